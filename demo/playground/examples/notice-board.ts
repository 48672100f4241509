import type { Example } from './example.js';

const html = `<!DOCTYPE html>
<html lang="en">
<head><style>
  body { max-width: 660px; margin: 0 auto; font-family: Georgia, serif; line-height: 1.7; color: #26303a; }
  h1 { font-size: 24px; margin: 0 0 4px; color: #0d4f5c; }
  .lead { color: #5b6770; font-style: italic; }
  .warning { padding: 8px 14px; border-left: 4px solid #d98e04; background: #fff6e0; }
  table { border-collapse: collapse; margin: 12px 0; }
  th, td { padding: 4px 12px; border-bottom: 1px solid #cfd8dc; text-align: left; }
  a:link { color: #0d6e80; }
</style></head>
<body>
  <h1>Ferries to the Aran Islands</h1>
  <p class="lead">Winter timetable of the <b>Doolin Pier Company</b>, from 1 November 2025</p>
  <table>
    <tr><th>From</th><th>To</th><th>Leaves</th></tr>
    <tr><td>Rossaveel</td><td>Inishmore</td><td>10:30, 13:00</td></tr>
    <tr><td>Doolin</td><td>Inisheer</td><td>11:00</td></tr>
    <tr><td>Inishmore</td><td>Rossaveel</td><td>17:00</td></tr>
  </table>
  <p class="warning">No sailings on <u>25 December</u>, nor with winds above force&nbsp;8.<br>
    Ask <a href="mailto:pier@example.org">Máire Ní Dhomhnaill</a> at the pier in doubt.</p>
  <p>Bicycles travel free of charge. Dogs are welcome on deck 🐕, as <a href="https://example.org/dogs">Connemara
    Shipping</a> has allowed them since 2019.</p>
  <script>document.title = 'This does not run';</script>
</body>
</html>`;

const mark = (id: string, label: string, path: string, startOffset: number, endOffset: number) => ({
  id,
  from_name: 'entity',
  to_name: 'notice',
  type: 'hypertextlabels',
  origin: 'manual',
  value: { start: path, end: path, startOffset, endOffset, hypertextlabels: [label] },
});

export const noticeBoard: Example = {
  id: 'notice-board',
  title: 'A web page: places, times, names',
  about:
    'A document in HTML with its own styles, made harmless. Drag over words, over table cells and line breaks too; results name places by XPath.',
  config: `<View>
  <HyperTextLabels name="entity" toName="notice">
    <Label value="Place"/>
    <Label value="Time"/>
    <Label value="Person"/>
    <Label value="Organisation"/>
  </HyperTextLabels>
  <HyperText name="notice" value="$html" granularity="word"/>
  <HyperText>
    <p>Mark <em>every</em> name once in each row; <b>dates</b> and clock times are both Time.</p>
  </HyperText>
</View>`,
  task: {
    id: 61,
    data: { html },
    annotations: [
      {
        id: 611,
        result: [
          mark('company', 'Organisation', '/p[1]/b[1]/text()[1]', 0, 19),
          mark('rossaveel', 'Place', '/table[1]/tbody[1]/tr[2]/td[1]/text()[1]', 0, 9),
          mark('inishmore', 'Place', '/table[1]/tbody[1]/tr[2]/td[2]/text()[1]', 0, 9),
          mark('christmas', 'Time', '/p[2]/u[1]/text()[1]', 0, 11),
          mark('maire', 'Person', '/p[2]/a[1]/text()[1]', 0, 19),
        ],
      },
    ],
  },
};
