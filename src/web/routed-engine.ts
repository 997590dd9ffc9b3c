import type { Engine } from './engine.ts';

/** An engine of which that of a single assignment can be changed for another while the server runs. */
export interface RoutedEngine {
  readonly engine: Engine;
  /** From now on this one is asked about the assignment; the one before it ends with the server. */
  route(assignment: string, engine: Engine): void;
}

export function routed(first: Engine): RoutedEngine {
  const own = new Map<string, Engine>();
  const of = (assignment: string): Engine => own.get(assignment) ?? first;
  const engine: Engine = {
    sheet: (it) => of(it.assignment).sheet(it),
    read: (it) => of(it.assignment).read(it),
    check: (paper, hints) => of(paper.assignment).check(paper, hints),
    mark: (paper) => of(paper.assignment).mark(paper),
    author: (it) => of(it.assignment).author(it),
    locate: (it) => of(it.assignment).locate(it),
    end: async () => void (await Promise.all([first, ...own.values()].map((one) => one.end()))),
  };
  const route = (assignment: string, next: Engine): void => void own.set(assignment, next);
  return { engine, route };
}
