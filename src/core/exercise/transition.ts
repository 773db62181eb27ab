/** What an input makes of a state: the state after it, and what came out of it. */
export interface Transition<State, Output> {
  readonly state: State;
  readonly output: Output;
}

/**
 * Keeps the state of a reducer between its inputs.
 *
 * @param start the state before the first input
 * @param reduce pure: the same state and input give the same transition
 */
export function runReducer<State, Input, Output>(
  start: State,
  reduce: (state: State, input: Input) => Transition<State, Output>,
): (input: Input) => Output {
  let state = start;
  return (input) => {
    const transition = reduce(state, input);
    state = transition.state;
    return transition.output;
  };
}
