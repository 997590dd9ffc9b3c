import type { QueueView, WaitingView } from './view.ts';
import type { Waiting } from './waiting-view.ts';

const mostGroups = 10;
const mostLinks = 6;

/** The queue as it is shown: ten groups, some papers of each; the list of students shows all of a group by its token. */
export function queueOf(waiting: readonly Waiting[]): QueueView {
  const groups = waiting.slice(0, mostGroups).map((group, i): WaitingView => {
    const papers = new Set(group.links.map(({ student }) => student)).size;
    const links = group.links.slice(0, mostLinks);
    // A broken file has no page of its own, so each is named here.
    return { ...group, token: `queue${i + 1}`, papers, links, files: group.files };
  });
  const rest = waiting.slice(mostGroups);
  return { groups, more: rest.length };
}

/** By student the groups of the queue that the paper is in. */
export function queueTokens(waiting: readonly Waiting[]): Map<string, string[]> {
  const tokens = new Map<string, string[]>();
  waiting.slice(0, mostGroups).forEach(({ links }, i) => {
    for (const student of new Set(links.map((link) => link.student)))
      tokens.set(student, [...(tokens.get(student) ?? []), `queue${i + 1}`]);
  });
  return tokens;
}
