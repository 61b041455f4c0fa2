#!/bin/sh
# Makes the two files that the trainer reads beside GUM: sentences of open text and
# the teacher's tags for them. Needs Go, Maven and a JDK of version 11 or newer, and
# about 500 MB for CoreNLP's models. Run it at the root of the repository:
#
#	sh internal/train/tagger/silver.sh [DATA-FOLDER]
set -eu
data=${1:-${DATELINE_EVAL:-../shared/eval}}
dir=internal/train/tagger
go run "./$dir/sample" "$data" > "$dir/sentences.txt"
mvn -q -f "$dir/teacher" dependency:copy-dependencies -DoutputDirectory=lib
java -Xmx4g -cp "$dir/teacher/lib/*" "$dir/teacher/Teach.java" < "$dir/sentences.txt" > "$dir/tags.txt"
