#!/usr/bin/env bash
# Distil the table of meaning and put it into the package, beside the reader whose tokenizer it shares:
#   training/meaning/reproduce.sh CORPORA_FOLDER
# See training/README.md for what the folder holds.
set -euo pipefail
cd "$(dirname "$0")/.."
corpora=$(realpath "${1:?usage: meaning/reproduce.sh CORPORA_FOLDER}")
python=${PYTHON:-python3}
export PYTHONPATH=../src:. OMP_NUM_THREADS=1
mkdir -p out
"$python" -m meaning.texts --corpora "$corpora" --out out/texts.json
"$python" -m meaning.teacher --texts out/texts.json --out out/meaning.npz
"$python" -m meaning.distill --texts out/texts.json --teacher out/meaning.npz --out ../src/onrecord/model
