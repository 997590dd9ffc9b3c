import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { Band } from '../../src/trainer/band.ts';
import { steps } from '../../src/trainer/page/axes.ts';
import { chartOf, frame } from '../../src/trainer/page/curves.ts';
import { logText } from '../../src/trainer/page/log.ts';
import { scaleOf } from '../../src/trainer/page/matrix.ts';
import { trainingPage } from '../../src/trainer/page/page.ts';
import { sheetOf } from '../../src/trainer/page/png.ts';
import { mistakesOf, picture } from '../../src/trainer/pictures.ts';
import type { TrainingRecord } from '../../src/trainer/record.ts';
import { grey, record } from '../support/training-record.ts';

describe('the page of a training task', () => {
  const page = trainingPage([record]);

  it.each([
    ['the accuracy', '75.00 % of 4 test images'],
    ['that the run was interrupted', 'interrupted; what was best until then is shown'],
    ['the stand-in by its own name', 'letters drawn from fonts, a stand-in: these results say nothing about notMNIST'],
    ['the engine', 'wasm 4.22.0, threads: 1, Node 20.0.0'],
    ['how many parameters', '<dd>2,360</dd>'],
    ['damaged files', 'A/&lt;b&gt;.png: cut'],
    ['a dead start', '3 units, all units equal: they compute one and the same feature; none moved'],
    ['recall and precision', '<td class="score">66.7 %</td>'],
    ['each layer', '<th scope="row">dense 3, relu</th><td>3</td><td>2,355</td>'],
    ['a mistake', '<strong>A</strong> taken for <strong>B</strong>: 1'],
    ['how sure it was', 'alt="Test image 3: A taken for B"><small>88 %</small>'],
    ['a cell that leads to its images', '<a href="#run-1-0-1" title="A taken for B">1</a>'],
    ['the scale of the matrix', '<li class="d4">4 and more</li>'],
    ['the log', 'cost = 0.750000 training_percent = 1.000000'],
  ])('shows %s', (_, text) => {
    expect(page).toContain(text);
  });

  it('draws the runs of a task over one another, the band behind them and what was reported', () => {
    const other = { ...record, run: 'two' };
    const seeds = [0.5, 0.625].map((accuracy, seed) => {
      const series = { accuracy: [accuracy, accuracy], loss: [1, 1] };
      return { seed, accuracy, chosen: 2, ending: 'all-epochs', train: series, test: series };
    });
    const band = { spec: record.spec, quantiles: [0, 0, 0, 0, 0], seeds } as unknown as Band;
    const beside = { bandOf: ({ run }: TrainingRecord) => (run === 'two' ? band : undefined), reported: [0.97] };
    const both = trainingPage([record, other], beside);
    expect(both).toContain('aria-label="Test accuracy of all runs by epoch; one; two; yours 97 %"');
    expect(both).toContain('aria-label="Training loss of single batches by batch; one; two; guessing: ln 2"');
    expect(both).toContain('There is no reference band of these settings.');
    expect(both.match(/<polygon class="band c2"/g)).toHaveLength(1);
    expect(both.match(/<polygon class="band test"/g)).toHaveLength(2);
    expect(both.match(/>yours 97 %</g)).toHaveLength(3);
    expect(both).toContain('holds the test results of 2 reference runs');
    expect(trainingPage([record])).not.toContain('<polygon');
  });

  it('says why training can lie below testing, where it does', () => {
    const train = { loss: 1, accuracy: 0.25 };
    const below = { ...record, epochs: record.epochs.map((epoch) => ({ ...epoch, train })) };
    expect(trainingPage([below])).toContain('In 2 epochs training lies below testing. That is no mistake');
    expect(page).not.toContain('lies below testing');
  });

  it('is one file without script, requests or holes, and the same for the same record', () => {
    expect(page).not.toMatch(/<script| style=/);
    expect(page).not.toMatch(/undefined|NaN|null|\[object/);
    expect(page.match(/(src|href)="[^"]{0,20}/g)?.every((address) => /"(data:|#)/.test(address))).toBe(true);
    expect(trainingPage([record])).toBe(page);
  });

  it('can be made of a run that was stopped before its first epoch', () => {
    const none = { ...record, epochs: [], log: [], chosen: 0, pictures: { filters: [], mistakes: [] } };
    expect(trainingPage([none])).not.toMatch(/NaN|<svg/);
  });
});

describe('the scale of confusion matrices', () => {
  it.each([
    [0, [1, 2, 3, 4]],
    [9, [1, 2, 3, 5]],
    [325, [1, 4, 18, 77]],
  ])('of counts up to %d has steps that each hold some', (most, expected) => {
    const confusion = [
      [5, most],
      [0, 5],
    ];
    expect(scaleOf([{ ...record, test: { ...record.test, confusion } }])).toEqual(expected);
  });
});

describe('the log', () => {
  it('has a line for every noted batch and a test accuracy after every epoch', () => {
    expect(logText(record)).toBe(
      [
        'cost = 1.500000 training_percent = 0.250000',
        'test accuracy: 0.500000',
        '',
        'cost = 0.750000 training_percent = 1.000000',
        'cost = 0.500000 training_percent = 0.500000',
        'test accuracy: 0.750000',
        '',
      ].join('\n'),
    );
  });
});

describe('charts', () => {
  const scale = { title: 't', write: String, least: 0 };

  it.each([
    [0.2, 1.16, [0.2, 0.4, 0.6, 0.8, 1, 1.2]],
    [0.61, 0.938, [0.6, 0.7, 0.8, 0.9, 1]],
    [3, 3, [3, 4]],
    [0, 0, [0, 0.2]],
  ])('%f to %f is cut at round numbers', (low, high, expected) => {
    expect(steps(low, high)).toEqual(expected);
  });

  it('puts the highest value at the top and the epochs from left to right', () => {
    const { lines } = chartOf(scale, [{ name: 'a', values: [0, 1] }]);
    const [first, last] = (lines[0]?.points ?? '').split(' ').map((point) => point.split(',').map(Number));
    expect(first?.[1]).toBe(frame.bottom);
    expect(last?.[1]).toBe(frame.top);
    expect(first?.[0]).toBeLessThan(last?.[0] ?? 0);
  });

  it('leaves room for long names, and draws no small noise large', () => {
    const long = chartOf(scale, [{ name: 'rate-0.0001-constant', values: [1, 2] }]);
    expect(long.right).toBeLessThan(400 - 6 * 20);
    const flat = chartOf({ ...scale, least: 0.1 }, [{ name: 'a', values: [2.3, 2.301] }]);
    const [first, last] = (flat.lines[0]?.points ?? '').split(' ').map((point) => Number(point.split(',')[1]));
    expect((first ?? 0) - (last ?? 0)).toBeLessThan(4);
  });

  it('keeps labels of equal curves apart', () => {
    const { lines } = chartOf(
      scale,
      ['a', 'b', 'c'].map((name) => ({ name, values: [1, 2] })),
    );
    const heights = lines.map(({ labelAt }) => labelAt).sort((a, b) => a - b);
    expect(
      Math.min((heights[1] ?? 0) - (heights[0] ?? 0), (heights[2] ?? 0) - (heights[1] ?? 0)),
    ).toBeGreaterThanOrEqual(14);
  });
});

describe('pictures', () => {
  it('scales values to bytes', () => {
    expect([...Buffer.from(picture([-1, 0, 1], { height: 1, width: 3, low: -1, high: 1 }).bytes, 'base64')]).toEqual([
      0, 128, 255,
    ]);
    const dead = picture([0, 0], { height: 1, width: 2, low: 0, high: 0 });
    expect([...Buffer.from(dead.bytes, 'base64')]).toEqual([128, 128]);
  });

  it('lays pictures out in rows with a white line between them', () => {
    const sheet = sheetOf([grey(10), grey(20), grey(30)], 2);
    const png = decode(Buffer.from(sheet?.src.split(',')[1] ?? '', 'base64'));
    expect([png.width, png.height]).toEqual([5, 5]);
    const w = 255;
    expect([...png.data]).toEqual(
      [
        [10, 10, w, 20, 20],
        [10, 10, w, 20, 20],
        [w, w, w, w, w],
        [30, 30, w, w, w],
        [30, 30, w, w, w],
      ].flat(),
    );
  });

  it('lists mistakes by confidence', () => {
    const test = { height: 1, width: 1, channels: 1, pixels: Uint8Array.of(1, 2, 3), labels: Uint8Array.of(0, 1, 1) };
    const predicted = Uint8Array.of(1, 1, 0);
    const found = mistakesOf(test, { loss: 0, accuracy: 0, predicted, confidence: Float32Array.of(0.5, 1, 0.75) });
    expect(found.map(({ image, label, predicted: as }) => [image, label, as])).toEqual([
      [2, 1, 0],
      [0, 0, 1],
    ]);
  });
});
