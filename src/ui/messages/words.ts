/** What happened, and what to do about it. */
export interface Advice {
  readonly title: string;
  readonly todo: string;
}

/** How much of an exercise is to be done: seconds each side, repetitions each side, or repetitions in turns. */
export interface ExerciseTarget {
  readonly kind: 'hold' | 'side' | 'turns';
  readonly amount: number;
  readonly sets: number;
}

/** How a fault of one leg is told: what the leg does in it, and what happened. */
export interface LegWords {
  /** The leg and its role. */
  readonly role: string;
  /** The same within a sentence. */
  readonly within: string;
  /** Once it has happened. */
  readonly found: string;
  /** As it sets in. */
  readonly since: string;
}

/**
 * The form of one part of the catalogue, taken from the English one: the same keys, any text, and for a sentence with numbers or
 * names in it a function of the same arguments. A translation that lacks a key does not compile.
 */
export type Words<English> = English extends string
  ? string
  : English extends (...values: infer Values) => infer Text
    ? (...values: Values) => Words<Text>
    : { readonly [Key in keyof English]: Words<English[Key]> };
