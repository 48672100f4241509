/** A file with its path, from the folder that was dropped or picked. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

/** All files of a drop, folders opened. Must be called while the event is dispatched: afterwards nothing is told. */
export async function droppedFiles(data: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...data.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  if (entries.every((entry) => entry === null)) return pickedFiles(data.files);
  const found: DroppedFile[] = [];
  // What lies in the one folder that was dropped has its path from there.
  const [only] = entries;
  const isOneFolder = entries.length === 1 && only?.isDirectory === true;
  for (const entry of entries) if (entry) await gather(entry, isOneFolder ? undefined : '', found);
  return found;
}

/** @param files of an input; from a folder they have a path */
export const pickedFiles = (files: Iterable<File>): readonly DroppedFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath.replace(/^[^/]*\//, '') || file.name, file }));

/** @param folder path of what is above it, with `/` behind; undefined where the entry itself is not to be in the path */
async function gather(entry: FileSystemEntry, folder: string | undefined, found: DroppedFile[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail));
    found.push({ path: `${folder ?? ''}${entry.name}`, file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    const inside = folder === undefined ? '' : `${folder}${entry.name}/`;
    for (;;) {
      // As many at a time as the browser likes.
      const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
      if (some.length === 0) return;
      for (const each of some) await gather(each, inside, found);
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
