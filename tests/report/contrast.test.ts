import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/report/styles/tokens.css', 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media');
const tokensIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name, color]) => [name, color]));
const light = tokensIn(lightCss);
const schemes: [string, Record<string, string>][] = [
  ['light', light],
  ['dark', { ...light, ...tokensIn(darkCss) }],
];

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const hex = color.length === 4 ? [...color.slice(1)].map((c) => c + c).join('') : color.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => {
    const v = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a = '', b = ''): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const tones = ['right', 'carried', 'round', 'slip', 'wrong', 'review', 'none'];

describe.each(schemes)('%s', (_, tokens) => {
  it.each(['ink', 'soft', 'link', ...tones])('%s can be read on paper and surface', (name) => {
    expect(contrast(tokens[name], tokens.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens[name], tokens.surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)('%s can be read on its own tint, and so can text', (tone) => {
    const tint = tokens[`${tone}-bg`];
    for (const name of [tone, 'ink', 'soft']) expect(contrast(tokens[name], tint)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)('a sign can be seen inside the symbol of %s', (tone) => {
    expect(contrast(tokens.on, tokens[tone])).toBeGreaterThanOrEqual(4.5);
  });

  it('outlines can be seen', () => expect(contrast(tokens.edge, tokens.paper)).toBeGreaterThanOrEqual(3));
});

it('the two schemes differ', () => expect(darkCss).toContain('prefers-color-scheme: dark'));
