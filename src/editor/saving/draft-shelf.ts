import type { DraftRecord } from './draft-record.js';

/** Where records of unsaved work lie. What comes out of it may be anything; every call may be rejected. */
export interface DraftShelf {
  /** Puts a record and takes others away, both or neither. */
  put(record: DraftRecord, taken?: readonly string[]): Promise<void>;
  take(ids: readonly string[]): Promise<void>;
  /** Of one namespace, user and task. */
  find(place: string): Promise<readonly unknown[]>;
  /** Takes away what was written before that time, in milliseconds. */
  expire(before: number): Promise<void>;
}

const STORE = 'drafts';

/** In IndexedDB, opened when it is first used, and again after it was closed on us. */
export function draftShelf(factory: IDBFactory | undefined, name = 'label-editor'): DraftShelf {
  let opened: Promise<IDBDatabase> | undefined;

  /** @param version the present one, unless it lacks what we need */
  const connect = (version?: number): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      if (!factory) throw new Error('there is no IndexedDB');
      const request = factory.open(name, version);
      request.onupgradeneeded = () => {
        const store = request.result.createObjectStore(STORE, { keyPath: 'id' });
        store.createIndex('place', 'place');
        store.createIndex('at', 'at');
      };
      request.onsuccess = () => {
        const database = request.result;
        // A later version of the editor, another tab or the user wants it.
        database.onversionchange = () => {
          database.close();
          opened = undefined;
        };
        database.onclose = () => {
          opened = undefined;
        };
        if (database.objectStoreNames.contains(STORE)) return resolve(database);
        // Somebody else made it.
        database.close();
        resolve(connect(database.version + 1));
      };
      request.onerror = () => reject(request.error);
    });

  function open(): Promise<IDBDatabase> {
    opened ??= connect();
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  }

  async function use<T>(
    mode: IDBTransactionMode,
    run: (store: IDBObjectStore) => IDBRequest<T> | undefined,
  ): Promise<T> {
    const database = await open();
    // A crash of the machine is a crash too.
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    return new Promise((resolve, reject) => {
      const request = run(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request?.result as T);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    put: (record, taken = []) =>
      use('readwrite', (store) => {
        store.put(record);
        for (const id of taken) if (id !== record.id) store.delete(id);
        return undefined;
      }),
    take: (ids) =>
      use('readwrite', (store) => {
        for (const id of ids) store.delete(id);
        return undefined;
      }),
    find: (place) => use<unknown[]>('readonly', (store) => store.index('place').getAll(place)),
    expire: (before) =>
      use('readwrite', (store) => {
        const old = store.index('at').openKeyCursor(IDBKeyRange.upperBound(before));
        old.onsuccess = () => {
          const cursor = old.result;
          if (!cursor) return;
          store.delete(cursor.primaryKey);
          cursor.continue();
        };
        return undefined;
      }),
  };
}
