// Command dateline is our own subject: one file for each task that it is measured by.
package main

import (
	"fmt"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

func main() {
	tasks := map[string]func(*contract.Job) error{
		"pages": readPages, "tokens": cutStories, "names": findNames,
		"keyphrases": chooseKeyphrases, "summaries": chooseSummaries,
		"search": searchCollection, "copies": findCopies, "whole": wholePath, "stream": streamArticles,
	}
	contract.Run("github.com/dateline-go/dateline", func(j *contract.Job) error {
		task := tasks[j.Task]
		if task == nil {
			return fmt.Errorf("no task %q", j.Task)
		}
		return task(j)
	})
}
