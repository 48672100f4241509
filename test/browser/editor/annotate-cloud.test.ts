import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys } from '../../support/input.js';
import { encodePcd, floats } from '../../support/media-pcd.mjs';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <CuboidLabels name="box" toName="street"><Label value="Car"/><Label value="Person"/></CuboidLabels>
  <PointCloud name="street" value="$cloud"/>
</View>`;
const sequence = config.replace('value="$cloud"', 'valueList="$clouds"');
const url = (frame: number) => `/demo/playground/examples/street-${frame}.pcd`;
const one = (...result: object[]) => ({ id: 1, data: { cloud: url(1) }, annotations: [{ id: 9, result }] });
const several = (...result: object[]) => ({
  id: 1,
  data: { clouds: [1, 2, 3, 4].map(url) },
  annotations: [{ id: 9, result }],
});
interface Triple {
  x: number;
  y: number;
  z: number;
}
interface Box {
  position: Triple;
  rotation: Triple;
  size: Triple;
}
interface Result {
  id: string;
  type: string;
  value: Box & {
    cuboidlabels?: string[];
    framesCount?: number;
    sequence?: (Box & { frame: number; enabled: boolean })[];
  };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
/** A car as it stands on the street: metres and radians. */
const car = {
  position: { x: -8.43, y: 10.684, z: -0.95 },
  rotation: { x: 0, y: 0, z: -0.2 },
  size: { x: 4.4, y: 1.8, z: 1.5 },
};
const cuboid = (id: string, box: Box) => ({
  id,
  from_name: 'box',
  to_name: 'street',
  type: 'cuboidlabels',
  value: { ...box, cuboidlabels: ['Car'] },
});
const opened = async (xml: string, task: object) => {
  const editor = await mount(xml, task);
  await until(() => editor.shadowRoot?.textContent?.includes('20,000 points') === true);
  await painted();
  await painted();
  return editor;
};
/** x, y, yaw of cars on a slope of 1 %, seen from all sides but below. */
const parked = [
  [8, 6, 0.6],
  [-9, 5, -0.2],
  [-4, -12, 1.2],
  [14, -7, 0],
] as const;
function carPark(count: number): string {
  let seed = 11;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const axes = [new Float32Array(count), new Float32Array(count), new Float32Array(count)] as const;
  for (let point = 0; point < count; point++) {
    let place = [(random() - 0.5) * 50, (random() - 0.5) * 50];
    let z = 0.01 * (place[0] ?? 0) + 0.02 * (random() - 0.5);
    if (random() < 0.3) {
      const [x, y, yaw] = parked[Math.floor(random() * parked.length)] ?? parked[0];
      const face = Math.floor(random() * 5);
      const own = [random() - 0.5, random() - 0.5, random() - 0.5];
      if (face < 4) own[face >> 1] = face % 2 ? 0.5 : -0.5;
      else own[2] = 0.5;
      const [along, across] = [(own[0] ?? 0) * 4.4, (own[1] ?? 0) * 1.8];
      place = [x + along * Math.cos(yaw) - across * Math.sin(yaw), y + along * Math.sin(yaw) + across * Math.cos(yaw)];
      z = 0.01 * x + 0.75 + (own[2] ?? 0) * 1.5;
    }
    [axes[0][point], axes[1][point], axes[2][point]] = [place[0] ?? 0, place[1] ?? 0, z];
  }
  const fields = (['x', 'y', 'z'] as const).map((name, axis) => floats(name, axes[axis] ?? axes[0]));
  return URL.createObjectURL(new Blob([encodePcd(fields, count, 'binary')]));
}

const content = (editor: LabelEditor) => editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]');

describe('annotating a cloud of points', function () {
  this.timeout(60_000);
  afterEach(clear);

  it('fits a box to what is clicked', async () => {
    const editor = await opened(config, one());
    await click(chip(editor, 'Car'));
    await click(pointOn(editor, 'street', [car.position.x, car.position.y, -0.2]));
    await until(() => results(editor).length === 1);
    const [made] = results(editor);
    const { position, rotation, size } = (made as Result).value;
    expect(made?.type).to.equal('cuboidlabels');
    for (const axis of ['x', 'y'] as const) expect(position[axis]).to.be.closeTo(car.position[axis], 0.15);
    expect(Math.abs(Math.sin(rotation.z - car.rotation.z))).to.be.lessThan(0.05);
    expect(size.x).to.be.closeTo(4.4, 0.25);
    expect(size.y).to.be.closeTo(1.8, 0.25);
    editor.undo();
    expect(results(editor)).to.deep.equal([]);
  });

  it('fits within 5 cm and 2 degrees, clicked where it is seen', async () => {
    const cloud = carPark(60_000);
    const editor = await mount(config, { id: 1, data: { cloud } });
    await until(() => editor.shadowRoot?.textContent?.includes('60,000 points') === true);
    await painted();
    await painted();
    for (const [x, y, yaw] of parked) {
      await click(chip(editor, 'Car'));
      const before = results(editor).length;
      await click(pointOn(editor, 'street', [x, y, 0.01 * x + 1.5]));
      await until(() => results(editor).length === before + 1);
      const { position, rotation, size } = results(editor)[before]?.value ?? car;
      expect(Math.hypot(position.x - x, position.y - y)).to.be.lessThan(0.05);
      expect(Math.abs(Math.sin(rotation.z - yaw))).to.be.lessThan(Math.sin((2 * Math.PI) / 180));
      expect(Math.abs(size.x - 4.4)).to.be.lessThan(0.05);
      expect(Math.abs(size.y - 1.8)).to.be.lessThan(0.05);
      expect(Math.abs(position.z + size.z / 2 - (0.01 * x + 1.5))).to.be.lessThan(0.05);
    }
    URL.revokeObjectURL(cloud);
  });

  it('draws a box over what is dragged across, seen from above', async () => {
    const editor = await opened(config, one());
    await click(chip(editor, 'Person'));
    const { x, y } = car.position;
    await drag(pointOn(editor, 'street', [x - 3.5, y - 3, -1.7]), pointOn(editor, 'street', [x + 3.5, y + 3, -1.7]), {
      steps: 6,
    });
    await until(() => results(editor).length === 1);
    const box = results(editor)[0]?.value as Box;
    expect(box.position.x).to.be.closeTo(x, 0.4);
    expect(box.position.y).to.be.closeTo(y, 0.4);
  });

  it('moves, raises, turns and sets down a box by keys', async () => {
    const editor = await opened(config, one(cuboid('c', car)));
    content(editor)?.focus();
    editor.select(['c']);
    await painted();
    await keys('ArrowRight');
    await keys('Shift+ArrowUp');
    await keys('q');
    await painted();
    const box = results(editor)[0]?.value as Box;
    expect(box.position.x).to.be.closeTo(car.position.x + 0.05, 1e-9);
    expect(box.position.y).to.be.closeTo(car.position.y + 0.5, 1e-9);
    expect(box.rotation.z).to.be.closeTo(car.rotation.z + Math.PI / 180, 1e-9);
    expect(box.size).to.deep.equal(car.size);
    await keys('PageUp');
    await keys('g');
    await painted();
    const down = results(editor)[0]?.value as Box;
    expect(down.position.z - down.size.z / 2).to.be.closeTo(-1.78, 0.1);
  });

  it('counts the points in the selected box, and shows it from three sides', async () => {
    const editor = await opened(config, one(cuboid('c', car)));
    editor.select(['c']);
    await painted();
    const text = editor.shadowRoot?.textContent ?? '';
    for (const side of ['Top', 'Side', 'Front']) expect(text).to.contain(side);
    await click(byRole(editor, 'button', /panel/));
    await click(byRole(editor, 'tab', 'Details'));
    await until(() => /Points inside\s*[1-9]\d\d/.test(editor.shadowRoot?.querySelector('.panel')?.textContent ?? ''));
  });

  it('follows what moves through a sequence', async () => {
    const editor = await opened(sequence, several());
    await click(chip(editor, 'Car'));
    await click(pointOn(editor, 'street', [9.03, 8.83, -0.2]));
    await until(() => results(editor).length === 1);
    const [made] = results(editor);
    expect(made?.value.framesCount).to.equal(4);
    expect(made?.value.sequence?.map(({ frame, enabled }) => [frame, enabled])).to.deep.equal([[1, true]]);
    content(editor)?.focus();
    await keys('Control+Alt+Shift+ArrowRight');
    const field = editor.shadowRoot?.querySelector<HTMLInputElement>('input[aria-label=Frame]');
    await until(() => field?.value === '4');
    editor.select([made?.id ?? '']);
    await painted();
    await keys('Shift+ArrowRight');
    await painted();
    const frames = results(editor)[0]?.value.sequence ?? [];
    expect(frames.map(({ frame }) => frame)).to.deep.equal([1, 4]);
    expect((frames[1]?.position.x ?? 0) - (frames[0]?.position.x ?? 0)).to.be.closeTo(0.5, 1e-9);
  });

  it('keeps a still box still, to the last digit', async () => {
    const given = [cuboid('c', car), { ...cuboid('d', car), score: 0.5, strange: { key: [1] } }];
    const editor = await opened(config, one(...given));
    expect(results(editor)).to.deep.equal(given);
  });

  it('says in place why a cloud cannot be had, and keeps the boxes', async () => {
    const given = cuboid('c', car);
    const editor = await mount(config, { ...one(given), data: { cloud: '/no/such/cloud.pcd' } });
    expect(byRole(editor, 'alert', /cannot be shown/).textContent).to.contain('/no/such/cloud.pcd');
    expect(editor.problems.map(({ code }) => code)).to.deep.equal(['media/not-found']);
    expect(results(editor)).to.deep.equal([given]);
  });
});
