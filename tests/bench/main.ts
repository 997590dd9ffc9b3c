// `npm run bench`: what the slow parts cost on this machine; `npm run bench marker` for one of them.
import { benchMarker } from './marker.ts';
import { benchTrainer } from './trainer/bench.ts';

const only = process.argv[2];
if (only === undefined || only === 'marker') benchMarker();
if (only === undefined || only === 'trainer') await benchTrainer();
