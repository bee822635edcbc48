/** A wrong option, or a missing one: thrown when the router, a sender or an inbox is made. docs/errors.md says more. */
export function optionError(message: string): TypeError {
  const help = 'express-im-callbacks/docs/errors.md#errors-at-the-start';
  return Object.assign(new TypeError(message), { code: 'ERR_IM_CALLBACKS_OPTION', help });
}
