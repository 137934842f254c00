// Command bench measures what the suite costs:
//
//	go run ./bench -growth                                        how the cost grows with the code
//	go run ./bench github.com/prometheus/prometheus@v0.316.0      the cost beside that of other tools
//
// It prints tables in Markdown; -write=docs/speed.md puts them into that page as well.
//
// Growth: code is generated in the shapes of package shapes and analyzed by go vet,
// one unit at a time. What the unit of a package cost, less what the same unit costs
// with next to nothing in it, is fitted to a power of its lines.
//
// Beside other tools: the suite and each tool of -against run over the whole module in
// turn, three times in a round: cold, with no results of their own, though with
// everything compiled; warm; and after an edit, the results of which are compiled too.
// A tool that keeps no results runs once.
// The ratios are of CPU time in user and system mode, of the two runs of one round.
// The peak is that of the largest process, for vet tools of the largest unit of one
// more cold run.
//
// Each run is logged. An interrupt ends the runs, and the table tells of the rounds before.
//
// CPU time depends less than the time on the wall on what else the machine does, but
// it does: a table from a busy machine is no table.
package main
