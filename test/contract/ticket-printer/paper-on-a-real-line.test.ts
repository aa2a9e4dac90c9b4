import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  openTicketPrinter,
  type OpenedTicketPrinter,
  type PaperColumns,
} from '../../../main/station/devices/ticket-printer/index.ts';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';
import { stepCard, usualTicket } from '../../support/paper/sample-tickets.ts';

let hardware: SimulatedPrinterProcess;
beforeEach(async () => {
  hardware = await SimulatedPrinterProcess.start();
});
afterEach(() => hardware.stop());

function open(columns: PaperColumns): OpenedTicketPrinter {
  const opened = openTicketPrinter({
    driver: 'esc-pos',
    interface: hardware.address,
    columns,
    charset: 'gb2312',
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

it.each<PaperColumns>([32, 48])(
  'a ticket with all its answers and a step card, on %i columns',
  async (columns) => {
    const { printer, render } = open(columns);
    try {
      expect(await printer.print({ jobId: 'ticket', bytes: render(usualTicket) })).toEqual({
        state: 'confirmed',
      });
      expect(await printer.print({ jobId: 'card', bytes: render(stepCard) })).toEqual({ state: 'confirmed' });
    } finally {
      await printer.close();
    }
    const [ticket, card] = await hardware.tickets();
    expect(ticket).toMatchObject({
      number: 'A012',
      serviceName: '高龄津贴申请',
      seat: '大厅中间的椅子',
      counters: '1号',
      way: ['叫到A012，请到', '1号窗口 ●', '红色圆形牌子', '进门右手边'],
      telephone: '0755-12345678',
      whole: true,
    });
    expect(ticket?.documents).toHaveLength(3);
    expect(card).toMatchObject({ number: undefined, whole: true });
    expect(card?.marks.filter(({ kind }) => kind === 'picture')).toHaveLength(5);
    for (const words of ['怎样取号', '①放身份证', '⑤到窗口办', '1号窗口 ●'])
      expect(card?.text).toContain(words);
  },
);

it('signs that the printer does not hold go out as a picture between the lines', async () => {
  const { printer, render } = open(48);
  const counterLooks = { '1': { name: '1号窗口', sign: 'flower' } } as const;
  await printer.print({ jobId: 'ticket', bytes: render({ ...usualTicket, counterLooks }) });
  await printer.close();
  const [ticket] = await hardware.tickets();
  expect(ticket?.text).toContain('请到\n[picture 576x72]\n花朵牌子');
});
