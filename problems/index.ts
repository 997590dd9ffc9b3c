import type { Problem } from '../src/working/problem.ts';
import alexnetParameters from './alexnet-parameters/problem.ts';
import backpropByHand from './backprop-by-hand/problem.ts';
import confusionMatrix from './confusion-matrix/problem.ts';
import convFlops from './conv-flops/problem.ts';
import convLayer from './conv-layer/problem.ts';
import convnetjs from './convnetjs/problem.ts';
import depthWidth from './depth-width/problem.ts';
import discussion from './discussion/problem.ts';
import googlenetParameters from './googlenet-parameters/problem.ts';
import layerTable from './layer-table/problem.ts';
import lenetParameters from './lenet-parameters/problem.ts';
import lenetTraining from './lenet-training/problem.ts';
import notmnistMlp from './notmnist-mlp/problem.ts';
import precisionRecall from './precision-recall/problem.ts';
import sigmoidChain from './sigmoid-chain/problem.ts';
import vgg16Parameters from './vgg16-parameters/problem.ts';

/** Every problem, sorted by id. A test holds this list against the folders. */
export const problems: readonly Problem[] = [
  alexnetParameters,
  backpropByHand,
  confusionMatrix,
  convFlops,
  convLayer,
  convnetjs,
  depthWidth,
  discussion,
  googlenetParameters,
  layerTable,
  lenetParameters,
  lenetTraining,
  notmnistMlp,
  precisionRecall,
  sigmoidChain,
  vgg16Parameters,
];
