// Package places lets a package report what stands in another one. A package that serves requests,
// or that tries again what an interface does, often knows nothing of the API behind it: who brings
// the two together does, but sees no positions of what it imports. So such packages tell in a fact
// where their functions stand, and the one that imports them makes positions of that.
package places
