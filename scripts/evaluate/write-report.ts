export const writeReport = (_: unknown): void => {
  throw new Error('x');
};
