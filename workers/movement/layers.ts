/**
 * The two layers of the movement model that TensorFlow.js does not have itself. `tf.loadLayersModel` finds them by name once
 * this file is imported.
 */
import * as tf from '@tensorflow/tfjs';

type LayerArgs = NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]>;

const one = (inputs: tf.Tensor | tf.Tensor[]): tf.Tensor => (Array.isArray(inputs) ? inputs[0]! : inputs);
const oneShape = (shape: tf.Shape | tf.Shape[]): tf.Shape =>
  Array.isArray(shape[0]) ? shape[0] : (shape as tf.Shape);

/**
 * Puts the mirror twin behind each body: rows × values become twice as many rows. The weight `signs` says what a mirror does
 * to each value: 1 leaves it, −1 turns its sign.
 */
export class MirrorTwins extends tf.layers.Layer {
  static readonly className = 'MirrorTwins';
  private signs: tf.LayerVariable | null = null;

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [, rows = 1, values = 1] = oneShape(inputShape);
    const ones = tf.initializers.ones();
    this.signs = this.addWeight('signs', [rows, values], 'float32', ones, undefined, false);
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, rows = null, values = null] = oneShape(inputShape);
    return [batch, rows === null ? null : rows * 2, values];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const bodies = one(inputs);
      return tf.concat([bodies, tf.mul(bodies, this.signs!.read())], 1);
    });
  }
}

interface MemberDenseArgs extends LayerArgs {
  readonly members: number;
  readonly units: number;
  readonly activation: 'relu' | 'linear';
}

/**
 * One dense layer for every member of the ensemble, all in one multiplication: members × rows × values → members × rows ×
 * units. An input without the members' axis (rows × values) is given to all of them.
 */
export class MemberDense extends tf.layers.Layer {
  static readonly className = 'MemberDense';
  private readonly args: MemberDenseArgs;
  private kernel: tf.LayerVariable | null = null;
  private bias: tf.LayerVariable | null = null;

  constructor(args: MemberDenseArgs) {
    super(args);
    this.args = args;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const { members, units } = this.args;
    const values = oneShape(inputShape).at(-1) ?? 1;
    this.kernel = this.addWeight(
      'kernel',
      [members, values, units],
      'float32',
      tf.initializers.heUniform({}),
    );
    this.bias = this.addWeight('bias', [members, 1, units], 'float32', tf.initializers.zeros());
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = oneShape(inputShape);
    return [shape[0] ?? null, this.args.members, shape.at(-2) ?? null, this.args.units];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const { members, activation } = this.args;
      const x = this.forEveryMember(one(inputs));
      const [batch = 1, , rows = 1] = x.shape;
      // The bias as a product too: TensorFlow.js adds a broadcast operand some twenty times slower than one of equal shape.
      const bias = tf.matMul(tf.ones([batch, members, rows, 1]), this.bias!.read());
      const sum = tf.add(tf.matMul(x, this.kernel!.read()), bias);
      return activation === 'relu' ? tf.relu(sum) : sum;
    });
  }

  /** Copies, since the CPU's multiplication broadcasts only the second operand's batches rightly. */
  private forEveryMember(x: tf.Tensor): tf.Tensor {
    if (x.rank === 4) return x;
    const shared = tf.expandDims(x, 1);
    return tf.concat(Array<tf.Tensor>(this.args.members).fill(shared), 1);
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { members, units, activation } = this.args;
    return { ...super.getConfig(), members, units, activation };
  }
}

tf.serialization.registerClass(MirrorTwins);
tf.serialization.registerClass(MemberDense);
