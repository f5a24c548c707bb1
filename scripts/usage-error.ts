/** The command line makes no sense: whoever wrote it is told how to. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
