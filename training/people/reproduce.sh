#!/usr/bin/env bash
# Train the mentions' network from the public corpora and put it into the package, beside the reader:
#   training/people/reproduce.sh CORPORA_FOLDER
# See training/README.md for what the folder holds.
set -euo pipefail
cd "$(dirname "$0")/.."
corpora=$(realpath "${1:?usage: people/reproduce.sh CORPORA_FOLDER}")
python=${PYTHON:-python3}
export PYTHONPATH=../src:. OMP_NUM_THREADS=1
mkdir -p out
"$python" -m people.corpora --corpora "$corpora" --out out/people.pickle
"$python" -m people.train --examples out/people.pickle --out out/people
"$python" -m people.calibrate --examples out/people.pickle --weights out/people/mentions.safetensors
"$python" -m people.export --weights out/people/mentions.safetensors --temperature "${TEMPERATURE:-1.0}" \
    --out ../src/onrecord/model
