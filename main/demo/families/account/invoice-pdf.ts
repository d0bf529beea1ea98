import { type Row, textOf } from '../../world/table.ts';

const escaped = (text: string): string => text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`).replaceAll(/[^\x20-\x7e]/g, '?');

/** An invoice as a PDF of one page with its first forty lines. Small, but any reader opens it. */
export function pdfOf(team: string, invoice: Row, items: readonly Row[]): Buffer {
  const lines = [
    `Invoice ${textOf(invoice, 'invoice_id')} for ${textOf(invoice, 'invoice_period')}`,
    `${team}, demo account: nothing is owed`,
    '',
    ...items.slice(0, 40).map((item) => `${textOf(item, 'product')}: ${textOf(item, 'description')}  $${textOf(item, 'amount')}`),
    '',
    `Total $${textOf(invoice, 'amount')}`,
  ];
  const text = `BT /F1 10 Tf 14 TL 56 780 Td ${lines.map((line) => `(${escaped(line)}) Tj T*`).join(' ')} ET`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** The objects one after the other, and the table with the position of each. */
function assemble(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
