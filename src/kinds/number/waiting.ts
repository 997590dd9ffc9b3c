import type { Judgement } from '../../judging/judgement.ts';
import { code, ref, say } from '../../working/message.ts';
import type { MarkingPlace, Outcome } from '../kind.ts';

/** A number that was read, with what else it may mean. */
interface Doubtful {
  readonly read: string;
  readonly doubt?: string;
}

/**
 * Why a line waits for a person although its number was read: it is not right, and either the number may be meant
 * otherwise, or it hangs on an answer that could not be read. Undefined where it need not wait.
 */
export function waiting({ read, doubt }: Doubtful, judgement: Judgement, place: MarkingPlace): Outcome | undefined {
  const { verdict, line } = judgement;
  if (verdict === 'correct' || verdict === 'carried') return undefined;
  const unread = unreadAbove(line.inputs, place, new Set());
  if (doubt === undefined && unread === undefined) return undefined;
  const why =
    doubt === undefined
      ? say`It hangs on ${ref(unread ?? '')}, which could not be read`
      : say`It was read as ${code(read)}, but ${doubt}`;
  const says = say`${why}. A person will look; nothing is lost until then.`;
  return { verdict: 'review', earns: 0, waits: 1, says };
}

/** An answer that could not be read, among these lines or the unwritten ones that they hang on. */
function unreadAbove(names: readonly string[], place: MarkingPlace, seen: Set<string>): string | undefined {
  for (const name of names) {
    if (place.shown.has(name) || seen.has(name)) continue;
    seen.add(name);
    if (place.answered.get(name)?.reading.kind === 'unreadable') return name;
    const line = place.working.lines.find((one) => one.name === name);
    const found = unreadAbove(line?.inputs ?? [], place, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}
