"""The style sheet and the script of the page: kept in the module so that the page needs no other file."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --panel: #f4f2ec; --ink: #1c1b19; --faint: #5c5a54; --rule: #d9d5ca;
  --source: #0b4f9e; --source-tint: #dfeafa; --cue: #7d4300; --cue-tint: #fbead2;
  --own: #17542c; --own-tint: #dcf0df; --line: #8a99b5; --lit: #ffe58a; --lit-ink: #1c1b19;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --panel: #1f2125; --ink: #e8e6e1; --faint: #aaa79f; --rule: #3a3c42;
    --source: #9cc6ff; --source-tint: #1c3352; --cue: #f3c27d; --cue-tint: #45310f;
    --own: #a6deb3; --own-tint: #1d3a27; --line: #7283a6; --lit: #4f4000; --lit-ink: #ffffff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding: 30vh 0; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.06rem/2 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "DejaVu Serif", serif;
}
.key, .heading p, nav, .ref { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
.key { border-bottom: 1px solid var(--rule); padding: .35rem 1.5rem; font-size: .8rem; color: var(--faint); }
.key p { margin: 0; }
.key span { margin-inline: .35rem; padding-inline: .2em; }
.key .form { margin-inline-end: .1rem; }
.filters { display: flex; flex-wrap: wrap; gap: .3rem 1rem; padding-top: .3rem; }
.filters[hidden] { display: none; }
.filters select { font: inherit; color: var(--ink); background: var(--panel); max-width: 16rem;
  border: 1px solid var(--faint); border-radius: 4px; }
.document { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3rem; max-width: 82rem;
  margin: 0 auto; padding: 1.5rem; }
.document + .document { border-top: 3px double var(--rule); }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; text-wrap: balance; }
.heading p { margin: .4rem 0 1.2rem; color: var(--faint); font-size: .85rem; line-height: 1.5;
  overflow-wrap: anywhere; }
article { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; max-width: 42rem; }
.content { border-bottom: 2px solid var(--line); -webkit-box-decoration-break: clone;
  box-decoration-break: clone; }
.content.d0 { padding-bottom: 6px; } .content.d1 { padding-bottom: 3px; } .content.d2 { padding-bottom: 0; }
.content.d1 { border-bottom-color: var(--cue); } .content.d2 { border-bottom-color: var(--source); }
.content.d3 { border-bottom-style: dotted; }
.source { color: var(--source); background: var(--source-tint); font-weight: 600; border-radius: 3px; }
.cue { color: var(--cue); background: var(--cue-tint); font-style: italic; border-radius: 3px; }
.verbatim { color: var(--own); background: var(--own-tint); }
.ref { text-decoration: none; color: var(--source); user-select: none; -webkit-user-select: none; }
.ref::after { content: attr(data-n); font-size: .66rem; vertical-align: .55em; line-height: 0;
  padding: .2em .25em; border-radius: 3px; font-weight: 600; }
.ref:hover::after { background: var(--source-tint); }
.heading a { color: var(--source); }
nav a { color: var(--source); }
a:focus-visible, nav:focus-visible, select:focus-visible { outline: 2px solid var(--source);
  outline-offset: 2px; }
nav { font-size: .88rem; line-height: 1.45; margin-top: 2rem; }
h2 { font-size: .8rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase;
  color: var(--faint); margin: 0 0 .5rem; }
ol, nav ul { list-style: none; margin: 0; padding: 0; }
li { padding: .55rem .7rem; border-radius: 5px; }
nav > ol > li, nav > ul > li { background: var(--panel); margin-bottom: .5rem; }
nav ul + h2, ol + h2 { margin-top: 1.2rem; }
li[hidden] { display: none; }
ol ol { margin: .5rem 0 0 .3rem; border-left: 2px solid var(--line); }
ol ol li { padding: .25rem 0 .25rem .8rem; }
li p { margin: 0; overflow-wrap: anywhere; }
.head a { color: inherit; text-decoration: none; }
.head a:hover .who { text-decoration: underline; }
.number { color: var(--faint); font-variant-numeric: tabular-nums; margin-inline-end: .25rem; }
.who { font-weight: 600; color: var(--source); }
.absent { font-style: italic; font-weight: 400; color: var(--faint); }
.by { font-style: italic; color: var(--cue); }
.head { display: flex; gap: .8rem; justify-content: space-between; align-items: flex-start; }
.form { font-size: .74rem; color: var(--faint);
  border: 1px solid var(--rule); border-radius: 9px; padding: 0 .5em; flex: none; }
.form.direct { color: var(--own); border-color: currentColor; }
.form.mixed { color: var(--cue); border-color: currentColor; }
.said { white-space: pre-line; margin-top: .15rem; }
.known { color: var(--faint); font-size: .8rem; margin-top: .15rem; }
.content.off { border-bottom-color: transparent; }
.source.off, .cue.off, .verbatim.off { color: inherit; background: none; font-weight: 400;
  font-style: normal; }
.ref.off { display: none; }
.said .verbatim { background: none; font-weight: 600; }
.content.lit, .content:target { background: var(--lit); color: var(--lit-ink); }
.content.lit .verbatim, .content:target .verbatim { background: none; color: inherit;
  text-decoration: underline dotted 2px; text-underline-offset: .2em; }
.source.lit, .cue.lit, .source:target, .cue:target { outline: 2px solid currentColor; }
.ref.lit::after { background: var(--source-tint); }
li:target, li.lit { box-shadow: inset 3px 0 0 var(--cue); }
@media (min-width: 62rem) {
  .document { grid-template-columns: minmax(0, 42rem) minmax(20rem, 1fr); }
  .heading { grid-column: 1 / -1; }
  nav { margin-top: 0; position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem);
    overflow-y: auto; scrollbar-width: thin; }
}
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --faint: #444; }
  body { font-size: 10.5pt; line-height: 1.8; }
  .document { display: block; padding: 0; }
  .document + .document { break-before: page; border: 0; }
  nav { max-height: none; overflow: visible; position: static; margin-top: 2rem; }
  li, h2 { break-inside: avoid; }
  nav > ol > li { border: 1px solid var(--rule); }
  .verbatim { text-decoration: underline dotted 1px; text-underline-offset: .2em; }
}
"""

SCRIPT = """
"use strict";
// Without this script every link still works; with it, all parts of the statement in hand light up together.
function light(name) {
  for (const part of document.querySelectorAll(".lit")) part.classList.remove("lit");
  const shown = name || (/^#[st](\\d+-\\d+)$/.exec(location.hash) || [])[1];
  if (!shown) return;
  for (const part of document.querySelectorAll('[data-of="' + shown + '"]')) part.classList.add("lit");
}
function follow(event) {
  const part = event.target.closest && event.target.closest("[data-of]");
  light(part && part.dataset.of);
}
for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, follow);
addEventListener("hashchange", () => light());
light();
// The filters: each offers what the statements of the page have, and hides those that have something else.
const rows = [...document.querySelectorAll("li[data-of]")];
const filters = document.querySelector(".filters");
const choices = [...filters.querySelectorAll("select")];
for (const choice of choices) {
  const by = choice.dataset.by;
  for (const value of [...new Set(rows.map((row) => row.dataset[by]).filter(Boolean))].sort())
    choice.add(new Option(value, value));
  choice.addEventListener("change", sift);
}
function fits(row) {
  return choices.every((choice) => !choice.value || row.dataset[choice.dataset.by] === choice.value);
}
function sift() {
  const shown = new Set(rows.filter(fits).map((row) => row.dataset.of));
  for (const row of rows.slice().reverse())  // those within first, so that what holds a shown one stays
    row.hidden = !shown.has(row.dataset.of) && !row.querySelector("li[data-of]:not([hidden])");
  for (const part of document.querySelectorAll("article [data-of]"))
    part.classList.toggle("off", !shown.has(part.dataset.of));
  filters.querySelector("output").value = shown.size + " of " + rows.length + " statements";
}
filters.hidden = rows.length === 0;
"""
