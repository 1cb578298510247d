#!/usr/bin/env bash
# Train the reader from the public corpora and put it into the package:
#   training/reproduce.sh POLNEAR_FOLDER [MINUTES]
# POLNEAR_FOLDER holds train/ and dev/, each with text/ and attributions/. Uses a CUDA GPU where there is one.
set -euo pipefail
cd "$(dirname "$0")"
corpus=$(realpath "${1:?usage: reproduce.sh POLNEAR_FOLDER [MINUTES]}")
minutes=${2:-82}
python=${PYTHON:-python3}
export PYTHONPATH=../src:.
"$python" -m reader.train --corpus "$corpus" --out out --epochs 13 --minutes "$minutes"
"$python" -m reader.export --weights out/reader.safetensors --out ../src/onrecord/model --encoder out/encoder_only.onnx
"$python" -m reader.nested --corpus "$corpus/train" --model ../src/onrecord/model
"$python" -m reader.calibrate --corpus "$corpus/dev" --model ../src/onrecord/model
