package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/auroravet/auroravet/bench/measure"
	"github.com/auroravet/auroravet/bench/shapes"
)

// defaultLimit is far beyond what a person waits for one package.
const defaultLimit = time.Minute

// grown is what one size of one shape cost one tool.
type grown struct {
	cpu    time.Duration // the least of the runs
	peak   int64         // of the largest unit
	killed bool          // a unit met the limit
}

// costs are the sizes of all shapes, by folder.
type costs map[string]*grown

// growth generates the shapes, runs go vet over them with the suite and with a tool
// that does nothing, in turn, and returns a table of how the cost grows.
func growth(ctx context.Context, w *workshop, j job) (table, error) {
	chosen, err := chooseShapes(j.shapes)
	if err != nil {
		return table{}, err
	}
	dir, err := w.newFolder()
	if err != nil {
		return table{}, err
	}
	lines, err := generate(dir, chosen)
	if err != nil {
		return table{}, err
	}
	noop, err := w.build(ctx, "bench/noop")
	if err != nil {
		return table{}, err
	}
	recorder, err := w.build(ctx, "bench/recorder")
	if err != nil {
		return table{}, err
	}
	tools := []string{noop, w.suite}
	seen := []costs{{}, {}}
	if _, err := grow(ctx, w, dir, recorder, noop, j.limit, chosen); err != nil {
		return table{}, err
	}
	log.Print("growth: everything is compiled")
	for round := range j.pairs {
		for i, tool := range tools {
			units, err := grow(ctx, w, dir, recorder, tool, j.limit, chosen)
			if err != nil {
				return table{}, err
			}
			seen[i].add(units)
			log.Printf("growth: run %d of %d, %s", round+1, j.pairs, filepath.Base(tool))
		}
	}
	return growthTable(chosen, lines, seen[1], seen[0]), nil
}

// grow runs a fresh copy of a tool over the shapes, one after the other.
func grow(ctx context.Context, w *workshop, dir, recorder, tool string, limit time.Duration, chosen []shapes.Shape) ([]measure.Unit, error) {
	fresh, err := w.freshCopy(tool)
	if err != nil {
		return nil, err
	}
	defer os.Remove(fresh)
	var all []measure.Unit
	for _, s := range chosen {
		units, err := vetUnits(ctx, w, dir, recorder, fresh, limit, "-p=1", "./"+s.Name+"/...")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		all = append(all, units...)
	}
	return all, nil
}

func chooseShapes(names []string) ([]shapes.Shape, error) {
	if len(names) == 0 {
		return shapes.All, nil
	}
	var out []shapes.Shape
	for _, name := range names {
		i := slices.IndexFunc(shapes.All, func(s shapes.Shape) bool { return s.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("no shape is named %q", name)
		}
		out = append(out, shapes.All[i])
	}
	return out, nil
}

// generate writes all sizes of the shapes, and one with a single unit for what is fixed
// in the cost, to dir, and returns their lines by folder.
func generate(dir string, chosen []shapes.Shape) (map[string]int, error) {
	if err := shapes.WriteModule(dir); err != nil {
		return nil, err
	}
	lines := make(map[string]int)
	for _, s := range chosen {
		sizes := s.Sizes
		if !s.Apart {
			sizes = append([]int{1}, sizes...)
		}
		for _, n := range sizes {
			var err error
			if lines[s.Folder(n)], err = s.Write(dir, n); err != nil {
				return nil, err
			}
		}
	}
	return lines, nil
}

// vetUnits runs go vet with a tool and returns what each unit cost. Units that take more
// CPU than limit, which may be zero, are stopped.
func vetUnits(ctx context.Context, w *workshop, dir, recorder, tool string, limit time.Duration, args ...string) ([]measure.Unit, error) {
	logFile := filepath.Join(w.dir, "units.json")
	if err := os.RemoveAll(logFile); err != nil {
		return nil, err
	}
	wrapper := fmt.Sprintf("%s %s %s", recorder, limit, logFile)
	out, err := w.command(ctx, dir, nil, "go", slices.Concat([]string{"vet", "-toolexec=" + wrapper, "-vettool=" + tool}, args)...)
	if err != nil {
		return nil, err
	}
	units, err := measure.Units(logFile)
	if err == nil && out.code != 0 && out.code != 1 {
		err = fmt.Errorf("exit %d", out.code)
	}
	if err != nil {
		return nil, fmt.Errorf("go vet: %w\n%s", err, out.stderr[max(0, len(out.stderr)-1000):])
	}
	return units, nil
}

// add takes the units of one run.
func (c costs) add(units []measure.Unit) {
	sums := make(costs)
	for _, u := range units {
		path, ours := strings.CutPrefix(u.ImportPath, shapes.Module+"/")
		if !ours {
			continue
		}
		parts := strings.SplitN(path, "/", 3)
		folder := strings.Join(parts[:min(2, len(parts))], "/")
		if sums[folder] == nil {
			sums[folder] = new(grown)
		}
		sums[folder].cpu += u.Cost.CPU
		sums[folder].peak = max(sums[folder].peak, u.Cost.Peak)
		sums[folder].killed = sums[folder].killed || u.Killed
	}
	for folder, g := range sums {
		if old := c[folder]; old != nil {
			g.cpu, g.peak, g.killed = min(g.cpu, old.cpu), max(g.peak, old.peak), g.killed || old.killed
		}
		c[folder] = g
	}
}

// points are the sizes of a shape that ended, with their cost above what is fixed.
func (c costs) points(s shapes.Shape, lines map[string]int) []point {
	fixed := 0.0
	if g := c[s.Folder(1)]; g != nil && !s.Apart {
		fixed = g.cpu.Seconds()
	}
	var out []point
	for _, n := range s.Sizes {
		if g := c[s.Folder(n)]; g != nil && !g.killed {
			out = append(out, point{float64(lines[s.Folder(n)]), g.cpu.Seconds() - fixed})
		}
	}
	return out
}

// exponent is a cell of the table.
func (c costs) exponent(s shapes.Shape, lines map[string]int) string {
	points := c.points(s, lines)
	b, ok := exponent(points)
	switch {
	case len(points) < len(s.Sizes):
		return "stopped"
	case !ok:
		return "too cheap"
	}
	return fmt.Sprintf("%.2f", b)
}

func growthTable(chosen []shapes.Shape, lines map[string]int, suite, noop costs) table {
	t := table{name: "growth", head: []string{"code", "up to", "lines", "exponent", "of a tool that does nothing", "CPU at the largest", "its peak memory"}}
	for _, s := range chosen {
		n := s.Sizes[len(s.Sizes)-1]
		row := []string{s.Name, strconv.Itoa(n) + " " + s.Unit, strconv.Itoa(lines[s.Folder(n)])}
		for _, c := range []costs{suite, noop} {
			row = append(row, c.exponent(s, lines))
		}
		large, nothing := suite[s.Folder(n)], noop[s.Folder(n)]
		switch {
		case large == nil || nothing == nil:
			row = append(row, "not reached", "")
		case large.killed:
			row = append(row, "stopped", "")
		default:
			row = append(row, times(large.cpu.Seconds()/nothing.cpu.Seconds()), times(float64(large.peak)/float64(nothing.peak)))
		}
		t.rows = append(t.rows, row)
	}
	return t
}
