import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { clear, painted, pointOn } from '../../support/page.js';
const timed = async (name: string, act: () => Promise<unknown>) => { const t0 = performance.now(); await act(); await painted(); await painted(); console.log(name, Math.round(performance.now() - t0)); };
it('time html', async () => {
  const html = Array.from({ length: 2000 }, (_, i) => `<p>the <b>sea</b> is wide ${i}. the sea is wide. the sea is wide. the sea is wide. the sea is wide. </p>`).join('');
  const editor = await mount('<View><HyperTextLabels name="l" toName="h"><Label value="A"/></HyperTextLabels><HyperText name="h" value="$h"/></View>', { id: 1, data: { h: html }, annotations: [{ id: 9, result: [{ id: 'a', from_name: 'l', to_name: 'h', type: 'hypertextlabels', value: { start: '/p[1]/b[1]/text()[1]', end: '/p[1]/b[1]/text()[1]', startOffset: 0, endOffset: 3, globalOffsets: { start: 4, end: 7 }, text: 'sea', hypertextlabels: ['A'] } }] }] });
  await new Promise((r) => setTimeout(r, 1500));
  const p = pointOn(editor, 'h', 5);
  await click({ x: p.x + 1, y: p.y + 4 }); await painted();
  await timed('mark', () => keys('Alt+s'));
  console.log((editor.serialize() as []).length, editor.shadowRoot?.querySelector('.toast')?.textContent);
  clear();
}).timeout(60000);
