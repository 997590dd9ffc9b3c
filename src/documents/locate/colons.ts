import { slice, trimmed } from '../passage.ts';
import { type Statement, stated } from './statements.ts';

/** "conv3: 64 -> 128: 73,856": what stands behind the last colon, where nothing but numbers stands between them. */
export function behindColons({ relation, sides, parting }: Statement): Pick<Statement, 'sides' | 'parting'> {
  const [only] = sides;
  const at = relation === ':' && only && sides.length === 1 ? only.text.lastIndexOf(': ') : -1;
  if (!only || at < 0 || /\p{L}{2,}/u.test(only.text.slice(0, at))) return { sides: [], parting: [] };
  const { lead, relation: inner, ...rest } = stated(trimmed(slice(only, at + 1)));
  return inner === '=' ? { sides: [lead, ...rest.sides], parting: ['', ...rest.parting] } : { sides: [lead], parting };
}

/** "Gradient: dz = p - y" is what stands behind the colon, where the words before it are no label. */
export function introduced(statement: Statement): Statement | undefined {
  const [lead, ...sides] = statement.sides;
  if (statement.relation !== ':' || !lead) return undefined;
  if (sides.length > 0) return { ...statement, lead, relation: '=', sides, parting: statement.parting.slice(1) };
  const inner = stated(lead);
  return inner.relation === '' ? undefined : { ...statement, ...inner };
}
