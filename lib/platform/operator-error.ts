/**
 * Something only the person running Rightsdesk can mend: a port in use, a folder that cannot be read.
 * The message is one sentence that says what is wrong and what to do; it is printed without a stack.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
