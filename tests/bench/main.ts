// `npm run bench`: what the slow parts cost on this machine.
import { benchTrainer } from './trainer/bench.ts';

await benchTrainer();
