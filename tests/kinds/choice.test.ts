import { describe, expect, it } from 'vitest';
import { readChoice } from '../../src/kinds/choice/read.ts';

const options = { AlexNet: [], 'VGG-16': ['VGG'], GoogLeNet: ['Inception'] };

describe('a choice', () => {
  it.each([
    ['GoogLeNet', 'GoogLeNet'],
    ['googlenet.', 'GoogLeNet'],
    ['VGG16', 'VGG-16'],
    ['vgg', 'VGG-16'],
    ['VGG-16 has the most', 'VGG-16'],
    ['GoogLeNet is the deepest', 'GoogLeNet'],
  ])('%s is %s', (given, option) => {
    expect(readChoice(given, options)).toEqual({ kind: 'read', value: option });
  });

  it.each([
    ['AlexNet or VGG-16', /AlexNet and VGG-16/],
    ['ResNet', /none of AlexNet/],
    ['not VGG-16', /another one/],
    ['GoogLeNet is deeper than the others', /another one/],
    [['AlexNet', 'VGG-16'], /AlexNet and VGG-16/],
  ])('%o is refused', (given, reason) => {
    expect(readChoice(given, options)).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(reason) });
  });

  it('may be blank', () => expect(readChoice('', options).kind).toBe('blank'));
});
