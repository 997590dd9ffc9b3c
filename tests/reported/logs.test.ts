import { describe, expect, it } from 'vitest';
import { marked } from '../support/marked.ts';

/** Logs as libraries print them; the verdicts were written down before the program saw them. The test set has 500 images. */
const logs = {
  keras: `Epoch 1/2
600/600 [==============================] - 4s 6ms/step - loss: 0.3012 - accuracy: 0.9133 - val_loss: 0.1200 - val_accuracy: 0.9660
Epoch 2/2
600/600 [==============================] - 3s 5ms/step - loss: 0.1012 - accuracy: 0.9633 - val_loss: 0.0900 - val_accuracy: 0.9720`,
  torch: `Epoch [1/2], Step [100/600], Loss: 0.2345, Accuracy: 94.00%
Epoch [2/2], Step [600/600], Loss: 0.0345, Accuracy: 99.00%
Test Accuracy of the model on the 500 test images: 97.2 %`,
  counts: `Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.300039
Train Epoch: 1 [640/60000 (1%)]\tLoss: 1.213470

Test set: Average loss: 0.0481, Accuracy: 486/500 (97%)`,
  phases: 'Epoch 0/24\n----------\ntrain Loss: 0.3012 Acc: 0.9133\nval Loss: 0.1200 Acc: 0.9720',
  lightning: `────────────────────────
       Test metric             DataLoader 0
────────────────────────
        test_acc            0.972000
        test_loss           0.0912`,
  bar: 'Epoch 4: 100%|██████████| 600/600 [00:05<00:00, 113.21it/s, v_num=3, train_loss=0.0123, val_loss=0.0921, val_acc=0.972]',
  table:
    'epoch\ttrain_loss\tvalid_loss\taccuracy\ttime\n0\t0.3012\t0.1200\t0.966000\t00:12\n1\t0.1012\t0.0900\t0.972000\t00:12',
  dictionaries: `{'loss': 0.3012, 'grad_norm': 1.2, 'learning_rate': 5e-05, 'epoch': 1.0}
{'eval_loss': 0.12, 'eval_accuracy': 0.966, 'eval_runtime': 3.2, 'epoch': 1.0}
{'eval_loss': 0.09, 'eval_accuracy': 0.972, 'epoch': 2.0}`,
  perCent: 'cost = 0.27 training_percent = 91.0\ntest accuracy: 97.2',
  blocks: '```\ncost = 0.27 training_percent = 0.91\n```\n\n```\ntest accuracy: 0.972\n```',
};

describe.each(Object.entries(logs))('a log of %s that ends with 486 of 500', (_, log) => {
  it.each([
    ['97.2%', 'consistent'],
    ['97.4%', 'inconsistent'],
  ])('beside %s is %s', (testAccuracy, verdict) => {
    const marks = marked('lenet-training', { testAccuracy, log });
    expect([marks.testAccuracy?.verdict, marks.log?.verdict]).toEqual([verdict, 'consistent']);
  });
});

it.each([
  ['each error costs at least ln 2', 'cost = 0.0100 training_percent = 0.900000'],
  ['on the average too', '600/600 - 4s - loss: 0.0100 - accuracy: 0.9000 - val_accuracy: 0.9720'],
  ['no count of a batch', 'cost = 0.27 training_percent = 91.5\ntest accuracy: 97.2'],
  ['no count of a batch in per cent', 'cost = 0.27 training_percent = 91.50%'],
  ['more than all', 'test accuracy: 1.2\ntest accuracy: 0.972'],
  ['no count of the test images', 'test accuracy: 0.971'],
])('%s', (_, log) => {
  expect(marked('lenet-training', { testAccuracy: '97.2%', log }).log?.verdict).toBe('inconsistent');
});

it('says of the best of a log that it is not the last', () => {
  const log = 'test accuracy: 0.966\ntest accuracy: 0.974\ntest accuracy: 0.972';
  const { testAccuracy } = marked('lenet-training', { testAccuracy: '97.4%', log });
  expect(testAccuracy).toMatchObject({ verdict: 'consistent', notes: [expect.stringContaining('the best')] });
});
