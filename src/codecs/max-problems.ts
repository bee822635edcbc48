/** How many problems one body is searched for; a hostile body must not buy itself a long error list. */
export const maxProblems = 10;
