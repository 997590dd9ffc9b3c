import Pbf from 'pbf';
import { type Attribute, type Constant, type Graph, type Node, type Port, types } from './graph.ts';

// Numbers of fields as in onnx.proto; each function writes one of its messages.
const versions = { format: 8, operators: 17 };
const attributeTypes = { float: 1, int: 2, text: 3, ints: 7 };

function writeAttribute([name, value]: [string, Attribute], out: Pbf): void {
  out.writeStringField(1, name);
  if (typeof value === 'number') {
    out.writeVarintField(3, value);
    out.writeVarintField(20, attributeTypes.int);
  } else if (typeof value === 'string') {
    out.writeBytesField(4, new TextEncoder().encode(value));
    out.writeVarintField(20, attributeTypes.text);
  } else if ('float' in value) {
    out.writeFloatField(2, value.float);
    out.writeVarintField(20, attributeTypes.float);
  } else {
    for (const item of value) out.writeVarintField(8, item);
    out.writeVarintField(20, attributeTypes.ints);
  }
}

function writeNode({ op, inputs, outputs, attributes }: Node, out: Pbf): void {
  for (const name of inputs) out.writeStringField(1, name);
  for (const name of outputs) out.writeStringField(2, name);
  out.writeStringField(4, op);
  for (const attribute of Object.entries(attributes)) out.writeMessage(5, writeAttribute, attribute);
}

function writeConstant({ name, shape, type, values }: Constant, out: Pbf): void {
  for (const side of shape) out.writeVarintField(1, side);
  out.writeVarintField(2, types[type]);
  for (const value of values) {
    if (type === 'float') out.writeFloatField(4, value);
    else out.writeVarintField(7, value);
  }
  out.writeStringField(8, name);
}

function writeSide(side: number, out: Pbf): void {
  if (side < 0) out.writeStringField(2, 'images');
  else out.writeVarintField(1, side);
}

const writeShape = (shape: readonly number[], out: Pbf): void => {
  for (const side of shape) out.writeMessage(1, writeSide, side);
};

function writeTensorType({ shape }: Port, out: Pbf): void {
  out.writeVarintField(1, types.float);
  out.writeMessage(2, writeShape, shape);
}

const writeType = (port: Port, out: Pbf): void => out.writeMessage(1, writeTensorType, port);

function writePort(port: Port, out: Pbf): void {
  out.writeStringField(1, port.name);
  out.writeMessage(2, writeType, port);
}

function writeGraph({ nodes, constants, inputs, outputs }: Graph, out: Pbf): void {
  for (const node of nodes) out.writeMessage(1, writeNode, node);
  out.writeStringField(2, 'network');
  for (const constant of constants) out.writeMessage(5, writeConstant, constant);
  for (const port of inputs) out.writeMessage(11, writePort, port);
  for (const port of outputs) out.writeMessage(12, writePort, port);
}

/** A graph as the bytes of an ONNX model. */
export function writeModel(graph: Graph): Uint8Array {
  const out = new Pbf();
  out.writeVarintField(1, versions.format);
  out.writeMessage(7, writeGraph, graph);
  out.writeMessage(8, (version: number, message: Pbf) => message.writeVarintField(2, version), versions.operators);
  return out.finish();
}
