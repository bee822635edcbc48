/** A queue with constant-time operations. */
export class Fifo<T> {
  #items: T[];
  #head = 0;

  constructor(...items: T[]) {
    this.#items = items;
  }

  get first(): T | undefined {
    return this.#items[this.#head];
  }

  /** The one behind so many others. */
  at(index: number): T | undefined {
    return this.#items[this.#head + index];
  }

  get length(): number {
    return this.#items.length - this.#head;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (item === undefined) return undefined;
    this.#head += 1;
    // Removed items are freed together, once they are half of the list.
    if (this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}
