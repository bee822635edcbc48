/** A queue or a worker: either has BullMQ's operations on its own connection. */
interface WithBackend {
  getBackend(): { promote(id: string): Promise<void> };
}

/** Wakes a job whose turn has come; '' does nothing. A job that no longer waits, or is gone, needs nothing. */
export async function promote(by: WithBackend, id: string): Promise<void> {
  if (id === '') return;
  try {
    await by.getBackend().promote(id);
  } catch (error) {
    // BullMQ 6.7, promote-9.lua: -3 when the job is not in the delayed set.
    if ((error as { code?: unknown }).code !== -3) throw error;
  }
}
