import type { Proofs } from '../src/derived/proof.ts';
import alexnetParameters from './alexnet-parameters/proof.ts';
import backpropByHand from './backprop-by-hand/proof.ts';
import convFlops from './conv-flops/proof.ts';
import convLayer from './conv-layer/proof.ts';
import convnetjs from './convnetjs/proof.ts';
import depthWidth from './depth-width/proof.ts';
import googlenetParameters from './googlenet-parameters/proof.ts';
import layerTable from './layer-table/proof.ts';
import lenetParameters from './lenet-parameters/proof.ts';
import sigmoidChain from './sigmoid-chain/proof.ts';
import vgg16Parameters from './vgg16-parameters/proof.ts';

/** The second methods of every problem, by id. A test holds this list against the list of problems. */
export const proofs: Proofs = {
  'alexnet-parameters': alexnetParameters,
  'backprop-by-hand': backpropByHand,
  'conv-flops': convFlops,
  'conv-layer': convLayer,
  convnetjs,
  'depth-width': depthWidth,
  'googlenet-parameters': googlenetParameters,
  'layer-table': layerTable,
  'lenet-parameters': lenetParameters,
  'sigmoid-chain': sigmoidChain,
  'vgg16-parameters': vgg16Parameters,
};
