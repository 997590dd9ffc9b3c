/** The name of a value in a graph. */
export type Value = string;

export type Attribute = number | string | readonly number[] | { readonly float: number };

export interface Node {
  readonly op: string;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A number type as ONNX counts them. */
export const types = { float: 1, int64: 7 } as const;

export interface Constant {
  readonly name: Value;
  readonly shape: readonly number[];
  readonly type: keyof typeof types;
  readonly values: readonly number[];
}

export interface Port {
  readonly name: Value;
  /** A negative side is open: the number of images of a batch. */
  readonly shape: readonly number[];
}

/** A graph of ONNX operations while it is built; every value is of float32 unless said. */
export class Graph {
  readonly nodes: Node[] = [];
  readonly constants: Constant[] = [];
  readonly inputs: Port[] = [];
  readonly outputs: Port[] = [];
  private count = 0;

  private fresh(): Value {
    this.count += 1;
    return `v${this.count}`;
  }

  input(name: Value, shape: readonly number[]): Value {
    this.inputs.push({ name, shape });
    return name;
  }

  output(name: Value, shape: readonly number[]): Value {
    this.outputs.push({ name, shape });
    return name;
  }

  /** An operation with several results. */
  several(op: string, inputs: readonly Value[], count: number, attributes: Node['attributes'] = {}): Value[] {
    const outputs = Array.from({ length: count }, () => this.fresh());
    this.nodes.push({ op, inputs, outputs, attributes });
    return outputs;
  }

  add(op: string, inputs: readonly Value[], attributes: Node['attributes'] = {}): Value {
    return this.several(op, inputs, 1, attributes)[0] as Value;
  }

  private constant(type: Constant['type'], values: readonly number[], shape: readonly number[]): Value {
    const same = (c: Constant) => c.type === type && `${c.shape}/${c.values}` === `${shape}/${values}`;
    const old = this.constants.find(same);
    if (old) return old.name;
    const name = this.fresh();
    this.constants.push({ name, type, values, shape });
    return name;
  }

  float(value: number): Value {
    return this.constant('float', [value], []);
  }

  floats(values: readonly number[], shape: readonly number[]): Value {
    return this.constant('float', values, shape);
  }

  ints(...values: number[]): Value {
    return this.constant('int64', values, [values.length]);
  }

  reshape(x: Value, ...shape: number[]): Value {
    return this.add('Reshape', [x, this.ints(...shape)]);
  }

  transpose(x: Value, ...perm: number[]): Value {
    return this.add('Transpose', [x], { perm });
  }

  /** The sum over axes, which fall away. */
  sum(x: Value, ...axes: number[]): Value {
    return this.add('ReduceSum', [x, this.ints(...axes)], { keepdims: 0 });
  }
}
