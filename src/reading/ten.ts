const hatted = /^([\s\0]*(?:[+-][\s\0]*)?\d+(?:[.,]\d+)?[eE])\^([+-]?\d{1,3}[\s\0]*)$/;

/**
 * `6e^-4` as `6e-4`: the caret is left over from 10^; undefined for any other text. Nobody leaves a power of e standing
 * as the result, and whoever means one writes a sign, a blank or braces.
 */
export function tenTo(text: string): string | undefined {
  const found = hatted.exec(text);
  return found ? `${found[1]}${found[2]}`.replaceAll('\0', '').trim() : undefined;
}
