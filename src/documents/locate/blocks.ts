import type { LoadedProblem } from '../../marking/assignment.ts';

/**
 * What a layer is called where layers are numbered by block: `conv2_1` for the first convolution behind the first
 * pooling, and `fc6` for the first dense layer behind five blocks. Nothing in a network of which fewer than two blocks
 * have several convolutions, and no name that another line has.
 */
export function nameByBlock({ working }: LoadedProblem, field: string): string | undefined {
  const names = new Map<string, string>();
  let [block, inBlock, several] = [1, 0, 0];
  for (const { name, role } of working.lines) {
    if (role?.type === 'pool' && role.of === 'size') [block, inBlock] = [block + 1, 0];
    if (role?.of !== 'parameters' || role.layer?.includes('.')) continue;
    if (role.type === 'conv') {
      inBlock += 1;
      if (inBlock === 2) several += 1;
      names.set(name, `conv${block}_${inBlock}`);
    } else if (role.type === 'fc') {
      if (inBlock > 0) [block, inBlock] = [block + 1, 0];
      names.set(name, `fc${block}`);
      block += 1;
    }
  }
  const own = several > 1 ? names.get(field) : undefined;
  return own !== undefined && working.lines.some(({ name }) => name === own) ? undefined : own;
}
