/** A queue or a worker: either has BullMQ's operations on its own connection. */
interface WithBackend {
  getBackend(): { promote(id: string): Promise<void> };
}

/** Lets a job go that waits for its turn; '' is none. One that waits no longer, or is no more, needs nothing. */
export async function promote(by: WithBackend, id: string): Promise<void> {
  if (id === '') return;
  try {
    await by.getBackend().promote(id);
  } catch (error) {
    // BullMQ 6.7, promote-9.lua: -3 where the job is not in the delayed set.
    if ((error as { code?: unknown }).code !== -3) throw error;
  }
}
