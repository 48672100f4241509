import { readConfigFacts } from '../../../src/formats/config-facts.js';
import { type InFile, MemorySink } from '../../../src/formats/files.js';
import type { ExportFormat, ImportFormat } from '../../../src/formats/format.js';
import { Losses } from '../../../src/formats/losses.js';
import type { Dict, Json } from '../../../src/model/json.js';

/** A config that draws all there is on a picture. */
export const drawsAll = `<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Person"/></RectangleLabels>
  <PolygonLabels name="poly" toName="image"><Label value="Road"/></PolygonLabels>
  <EllipseLabels name="ell" toName="image"><Label value="Wheel"/></EllipseLabels>
  <BrushLabels name="brush" toName="image"><Label value="Sky"/></BrushLabels>
  <VectorLabels name="vec" toName="image"><Label value="Lane"/></VectorLabels>
  <MultiPolygonLabels name="multi" toName="image"><Label value="Wood"/></MultiPolygonLabels>
  <Choices name="weather" toName="image"><Choice value="sun"/><Choice value="rain"/></Choices>
  <Choices name="occluded" toName="image" perRegion="true"><Choice value="yes"/></Choices>
</View>`;

let ids = 0;

/** A result on a picture of 200 by 100. */
export const result = (from_name: string, type: string, value: Dict, more: Dict = {}): Dict => ({
  id: `r${++ids}`,
  from_name,
  to_name: 'image',
  type,
  value,
  original_width: 200,
  original_height: 100,
  image_rotation: 0,
  ...more,
});

export const boxResult = (x: Json, y: Json, width: Json, height: Json, rotation: Json = 0, more: Dict = {}): Dict =>
  result('label', 'rectanglelabels', { x, y, width, height, rotation, rectanglelabels: ['Car'] }, more);

export const taskOf = (results: readonly Dict[], more: Dict = {}): Dict => ({
  id: 1,
  data: { image: 'http://h.example/a.jpg' },
  annotations: [{ id: 11, created_at: '2024-01-01T00:00:00Z', completed_by: 5, result: results }],
  ...more,
});

export async function written<Options>(
  format: ExportFormat<Options>,
  tasks: readonly Dict[],
  { xml = drawsAll, options = {} as Partial<Options> } = {},
) {
  const [sink, losses] = [new MemorySink(), new Losses()];
  const writer = format.begin({ config: readConfigFacts(xml), sink, lose: losses.add }, options);
  for (const task of tasks) await writer.write(task);
  await writer.end();
  const json = (path: string) => JSON.parse(sink.text(path) ?? 'null');
  return { sink, json, told: losses.all.map(({ message }) => message), losses: losses.all };
}

export const textFile = (path: string, text: string | Uint8Array): InFile => ({
  path,
  async *bytes() {
    yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
  },
});

export async function read<Options>(
  format: ImportFormat<Options>,
  files: readonly InFile[],
  { xml, options = {} as Partial<Options> }: { xml?: string; options?: Partial<Options> } = {},
) {
  const losses = new Losses();
  const context = { lose: losses.add, ...(xml !== undefined && { config: readConfigFacts(xml) }) };
  const reading = format.read(files, context, options);
  const tasks: Dict[] = [];
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (!step.done) tasks.push(step.value);
    else {
      const results = tasks.flatMap(({ predictions, annotations }) =>
        ((predictions ?? annotations ?? []) as Dict[]).flatMap((each) => each.result as Dict[]),
      );
      return {
        tasks,
        results,
        config: step.value ?? '',
        told: losses.all.map(({ message }) => message),
        losses: losses.all,
      };
    }
  }
}

/** The files that an export wrote, as they are read again. */
export const filesOf = (sink: MemorySink): InFile[] =>
  sink.paths.map((path) => textFile(path, sink.bytes(path) ?? new Uint8Array()));

/** A key of the value of a result. */
export const inValue = (each: Dict | undefined, key: string): Json | undefined =>
  (each?.value as Dict | undefined)?.[key];
