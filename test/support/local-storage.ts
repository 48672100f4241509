/** What a browser keeps, for tests without one. `refuse` has it throw, as a browser may. */
export class LocalStorage {
  readonly items = new Map<string, string>();
  refuse = false;

  getItem(key: string): string | null {
    this.#look();
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#look();
    this.items.set(key, value);
  }

  #look(): void {
    if (this.refuse) throw new DOMException('The quota is used up.', 'QuotaExceededError');
  }
}

/** Puts one up as the page's; the returned function takes it down. */
export function withLocalStorage(storage: LocalStorage): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
  return () => {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  };
}
