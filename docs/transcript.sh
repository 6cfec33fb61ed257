#!/usr/bin/env bash
# Tries every command of the console as a new user would, and writes docs/transcript.md from what it says.
#   docs/transcript.sh [FILE]      the transcript goes to FILE instead
# Needs this repository, the .NET SDK, bash and the usual tools of GNU. Works in a fresh folder, which is removed at the end; the tool is packed and installed in there.
set -uo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
transcript=$(realpath "${1:-$repository/docs/transcript.md}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# A folder with the files of Fashion-MNIST, by default where the Debian package dataset-fashion-mnist puts them; without them, that part says that they are not there.
fashion=${FASHION_MNIST:-/usr/share/datasets/fashion-mnist}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export PATH="$scratch/tool:$PATH"
mkdir "$scratch/try"
written=$scratch/transcript.md

text() { printf '%s\n\n' "$*" >> "$written"; }

# Paths of this machine become those of the folder, and what is long is cut where a mark says so.
plain() { sed -e "s|$scratch/||g" -e "s|$repository|REPOSITORY|g" -e "s|$HOME|~|g"; }

tidy() {
  plain | sed -e 's/\r$//' -e 's/ *$//' -e 's/^\(.\{240\}\).\{12,\}$/\1 .../' |
    awk -v most="$1" '
      # Of the progress that a slow machine shows again and again, the first and the last line are enough.
      function flush() { if (skipped) { lines[++n] = "..."; skipped = 0 } if (held != "") lines[++n] = held; held = "" }
      /^(epoch [0-9]+\/|[0-9]+ of [0-9]+ cells)/ { if (held != "") skipped++; if (!running) { lines[++n] = $0; running = 1 } else held = $0; next }
      { flush(); running = 0; lines[++n] = $0 }
      END {
        flush()
        while (n > 0 && lines[n] == "") n--
        shown = n > most + 1 ? most : n
        for (i = 1; i <= shown; i++) print lines[i]
        if (shown < n) print "... (" n - shown " more lines)"
      }'
}

# run [-n LINES] COMMAND: a block with the command, what it said on both outputs, and its exit code where that is not 0.
run() {
  local most=40
  if [ "$1" = -n ]; then
    most=$2
    shift 2
  fi
  (cd "$scratch/try" && bash -c "$1") > "$scratch/output" 2>&1 < /dev/null
  show "$1" $? "$most"
}

# interrupt CONDITION COMMAND: the same, but the command gets Ctrl-C (SIGINT, which a shell has a job in the background ignore) once the condition holds.
interrupt() {
  (cd "$scratch/try" && eval "exec env --default-signal=INT $2") > "$scratch/output" 2>&1 < /dev/null &
  local job=$!
  (cd "$scratch/try" && until eval "$1"; do sleep 0.1; done)
  kill -INT "$job"
  wait "$job"
  show "$2" $? 40
}

# show COMMAND CODE LINES
show() {
  {
    printf '```console\n$ %s\n' "$(plain <<< "$1")"
    tidy "$3" < "$scratch/output"
    [ "$2" -eq 0 ] || printf '(exit code %s)\n' "$2"
    printf '```\n\n'
  } >> "$written"
  printf '%s  [%s]\n' "$(plain <<< "$1")" "$2"
}

# The files that the commands are tried on.
mkdir "$scratch/try/data"
cp "$repository"/data/*.csv "$scratch/try/data/"

text '# A transcript'
text "Every command of the console, tried as a new user would: each block is a command and what it really said, on standard output and standard error together, with the exit code where it is not 0. Made by
\`docs/transcript.sh\`, which packs the tool, installs it from the package, and runs everything in a fresh folder named \`try\` with the data of this repository in \`try/data\`. Long outputs are cut where \`...\` says so; of the
machine's paths only what is below that folder is shown. No output goes to a terminal here, so there are no colours, no bars and no live tables."

text '## Installing'
text 'From a clone. The packages go into a folder, and the tool is installed from it, here not for the whole user but into a folder.'
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
pack="-c Release -o $scratch/feed --artifacts-path $scratch/build --verbosity quiet"
run "dotnet pack $repository/src/Host $pack -p:ToolPackageRuntimeIdentifiers=$rid && ls $scratch/feed"
dotnet pack "$repository/src/Transforms" $pack
run "dotnet tool install MLNet.LossExperiments.Tool --tool-path $scratch/tool --add-source $scratch/feed"
run 'mlnet-loss --version'
run 'mlnet-loss doctor'

text '## Finding one'"'"'s way'
run 'mlnet-loss --help'
run -n 6 'mlnet-loss completion bash'

text '## Looking at data'
run 'mlnet-loss data describe data/boston.csv --label-col MEDV'
run 'mlnet-loss data preview data/boston.csv --rows 3'
run 'mlnet-loss data preview data/digits.csv --image-shape 8x8 --label-col digit -o digits.png'
run 'mlnet-loss data split data/breast-cancer.csv --label-col diagnosis --seed 1 -o cancer'
run 'mlnet-loss data convert cancer/test.csv cancer/test.parquet && mlnet-loss data convert cancer/test.parquet cancer/test.jsonl && head -c 150 cancer/test.jsonl'
run 'mlnet-loss data generate spirals --rows 600 --noise 0.1 --seed 1 -o spirals.csv && head -3 spirals.csv'
if [ -d "$fashion" ]; then
  run "mlnet-loss data get fashion-mnist --from $fashion && mlnet-loss data describe fashion-mnist/t10k-images-idx3-ubyte.gz"
else
  run "mlnet-loss data get fashion-mnist --from $fashion"
fi

text '## Predicting a number'
run 'mlnet-loss regression --dataset data/boston.csv --label-col MEDV --loss huber:delta=1 --learning-rate 0.003 --seed 1'
run 'ls -m boston-regression'
run 'mlnet-loss evaluate boston-regression --dataset data/boston.csv --label-col MEDV'
run 'mlnet-loss predict boston-regression --dataset data/boston.csv -o predictions.csv --keep-columns RM,LSTAT,MEDV && head -4 predictions.csv'
run 'head -3 data/boston.csv | mlnet-loss predict boston-regression --dataset - --format jsonl'
run 'mlnet-loss predict boston-regression --dataset data/boston.csv -o predictions.parquet --keep-columns MEDV && mlnet-loss data preview predictions.parquet --rows 3'
run 'mlnet-loss info boston-regression'
run -n 14 'mlnet-loss regression --dataset data/boston.csv --label-col MEDV --epochs 5 --seed 1 --name short --verbosity quiet --json'
text 'Intervals instead of single numbers, from an ensemble:'
run 'mlnet-loss regression --dataset data/boston.csv --label-col MEDV --loss quantiles:levels=0.05/0.5/0.95 --members 3 --learning-rate 0.003 --seed 1 --name quantiles && head -3 data/boston.csv | mlnet-loss predict quantiles --dataset -'

text '## Telling classes apart'
run 'mlnet-loss classification --dataset cancer/training.csv --validation-dataset cancer/validation.csv --test-dataset cancer/test.csv --label-col diagnosis --learning-rate 0.003 --seed 1 --name cancer-model'
run 'mlnet-loss evaluate cancer-model --dataset cancer/test.jsonl --label-col diagnosis --report cancer-report && ls -m cancer-report'
run 'mlnet-loss predict cancer-model --dataset cancer/test.parquet --format tsv --keep-columns diagnosis | head -4'
run 'mlnet-loss classification --dataset data/digits.csv --label-col digit --image-shape 8x8 --loss cross-entropy:label-smoothing=0.05 --normalize minmax --epochs 40 --seed 1'
run 'mlnet-loss predict digits-classification --dataset data/digits.csv -o digits.tsv && cut -f 1,2,3 digits.tsv | head -3'
run -n 12 'mlnet-loss report digits-classification -o digits.md --title "Handwritten digits" && cat digits.md'

text '## Choosing a loss'
run -n 12 'mlnet-loss losses'
run -n 55 'mlnet-loss losses show huber:delta=2 --compare mse,mae'
run 'mlnet-loss losses show focal --task binary --compare bce-logits -o focal.png'
run 'mlnet-loss compare --dataset data/boston.csv --label-col MEDV --losses mse,mae,huber:delta=1 --seeds 2 --folds 3 --epochs 100 --learning-rate 0.01'

text '## Taking a model elsewhere'
run 'mlnet-loss export boston-regression --format onnx'
run -n 12 'mlnet-loss export boston-regression --format json -o boston.json && head -c 500 boston.json'
run 'mlnet-loss export boston-regression --format csharp -o BostonPredictor'
text 'The package that the project needs is not on nuget.org, so it is put where the project looks for packages.'
mkdir -p "$scratch/try/BostonPredictor/packages"
cp "$scratch"/feed/MLNet.LossExperiments.Transforms.*.nupkg "$scratch/try/BostonPredictor/packages/"
# Nothing of it is left in the user's cache of packages.
export NUGET_PACKAGES="$scratch/packages" RestoreFallbackFolders="${NUGET_PACKAGES:-$HOME/.nuget/packages}"
run 'ls -m BostonPredictor && cd BostonPredictor && dotnet run -c Release'
unset NUGET_PACKAGES RestoreFallbackFolders

text '## Doing it again'
text 'The two model files differ in their dates and in how long each epoch took; everything they predict is the same.'
run 'mlnet-loss rerun boston-regression && for run in boston-regression boston-regression-rerun; do mlnet-loss predict $run --dataset data/boston.csv | sha256sum; done'
cat > "$scratch/try/boston.yaml" <<'YAML'
# What is tried today.
dataset: data/boston.csv
label-col: MEDV
loss: mae
hidden: [32, 16]
epochs: 60
learning-rate: 0.01
YAML
run 'cat boston.yaml'
run 'mlnet-loss regression --config boston.yaml --seed 7 --name from-yaml --report false'

text '## Mistakes'
run 'mlnet-loss regression --dataset data/boston.csv --label-col MDEV'
run 'mlnet-loss regression --dataset data/boston.csv --label-col MEDV --loss hubr --epochs 0'
run 'printf "rooms,price\n5,20\n6,1e99\nseven,30\n8,31\n" > rooms.csv; mlnet-loss regression --dataset rooms.csv --label-col price'

text '## Stopping and going on'
digits='mlnet-loss classification --dataset data/digits.csv --label-col digit --hidden 512,256 --dropout 0.2 --epochs 60 --patience 0 --seed 1'
text 'Training gets Ctrl-C (SIGINT) after three seconds, and leaves nothing:'
interrupt 'sleep 3' "$digits --name stopped"
run 'ls -d stopped*'
text 'With a checkpoint there is something to go on from, by the same command and `--resume`. Ctrl-C comes once the checkpoint is there.'
interrupt '[ -e stopped.checkpoint ]' "$digits --name stopped --checkpoint stopped.checkpoint"
run 'ls -d stopped*'
run "$digits --name stopped --checkpoint stopped.checkpoint --resume stopped.checkpoint"
text 'Had it not been stopped, the model would predict the same:'
run "$digits --name whole --verbosity quiet --report false | tail -2"
run 'for run in stopped whole; do mlnet-loss predict $run --dataset data/digits.csv | sha256sum; done'
text 'A comparison that is stopped keeps the networks that are trained, and the same command trains the others. Ctrl-C comes once the first are.'
compare='mlnet-loss compare --dataset data/breast-cancer.csv --label-col diagnosis --losses bce-logits,focal --architectures "16;256,128" --seeds 2 --folds 3 --epochs 60 --patience 0'
interrupt '[ "$(grep -cs . breast-cancer-compare/cells.jsonl)" -gt 1 ] 2> /dev/null' "$compare"
run "$compare"

cp "$written" "$transcript"
printf 'Written to %s, %s lines.\n' "$transcript" "$(wc -l < "$transcript")"
