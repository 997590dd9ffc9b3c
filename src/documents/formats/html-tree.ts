import type { Element, ElementContent } from 'hast';
import type { MathNode } from './mathml.ts';

export const elements = (node: Element): Element[] =>
  node.children.filter((child): child is Element => child.type === 'element');
export const find = (node: Element, tagName: string): Element | undefined => {
  for (const child of elements(node)) {
    const found = child.tagName === tagName ? child : find(child, tagName);
    if (found) return found;
  }
  return undefined;
};
export const all = (node: Element, tagName: string): Element[] =>
  elements(node).flatMap((child) =>
    child.tagName === tagName ? [child] : child.tagName === 'table' ? [] : all(child, tagName),
  );
export const textOf = (node: Element | ElementContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
export const toMath = (node: Element): MathNode => ({
  name: node.tagName,
  text: elements(node).length === 0 ? textOf(node) : '',
  children: elements(node).map(toMath),
});
