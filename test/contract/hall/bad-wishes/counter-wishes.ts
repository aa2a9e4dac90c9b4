import { badCounters, badId, counterWish, holder, nowhere, steps, unknownTicket } from './wish.ts';

/** What goes wrong at the counters, row by row. */
export const counterWishes = {
  openCounter: [
    ...badCounters,
    {
      why: 'a service nobody offers',
      body: { ...counterWish('1'), services: ['ZZ-99'] },
      status: 404,
      error: { kind: 'unknown-service' },
    },
  ],
  pauseCounter: [
    ...badCounters,
    {
      why: 'a reason that is not on the list',
      body: { ...counterWish('1'), reason: '午休' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'reason' }] },
    },
    {
      why: 'a counter that is closed',
      body: counterWish('3'),
      status: 409,
      error: { kind: 'counter-closed' },
    },
  ],
  closeCounter: badCounters,
  callNext: [
    ...badCounters,
    {
      why: 'a counter that is closed',
      body: counterWish('3'),
      status: 409,
      error: { kind: 'counter-closed' },
    },
  ],
  callTicket: [
    { ...unknownTicket, body: { ...nowhere, counterId: '1', why: 'unwell' } },
    {
      why: 'a reason that is not on the list',
      body: { ...nowhere, counterId: '1', why: 'a friend' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'why' }] },
    },
    {
      why: 'no counter',
      body: { ...nowhere, why: 'unwell' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'counterId' }] },
    },
  ],
  undoStep: [
    ...badCounters,
    {
      why: 'nothing that was just done',
      body: counterWish('2'),
      status: 409,
      error: { kind: 'undo-too-late', limitSeconds: 5 },
    },
  ],
  serveNow: [
    {
      ...badId,
      why: 'no service',
      body: counterWish('1'),
      error: { kind: 'bad-input', problems: [{ where: 'serviceCode' }] },
    },
    {
      why: 'a counter that is closed',
      body: { ...counterWish('3'), serviceCode: 'LN-01' },
      status: 409,
      error: { kind: 'counter-closed' },
    },
    {
      why: 'a service nobody offers',
      body: { ...counterWish('1'), serviceCode: 'ZZ-99' },
      status: 404,
      error: { kind: 'unknown-service' },
    },
    {
      why: 'a wrong check digit',
      body: { ...counterWish('1'), ...holder({ name: '测试甲', idNumber: '110199195606159038' }) },
      status: 400,
      error: { kind: 'bad-id-number', where: 'holder.idNumber' },
    },
  ],
  addService: [
    { ...unknownTicket, body: { ...nowhere, counterId: '1', serviceCode: 'LN-02' } },
    {
      why: 'a service nobody offers',
      body: { ...nowhere, counterId: '1', serviceCode: 'ZZ-99' },
      status: 404,
      error: { kind: 'unknown-service' },
    },
    {
      why: 'no service',
      body: { ...nowhere, counterId: '1' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'serviceCode' }] },
    },
  ],
  recallTicket: steps,
  startService: steps,
  finishService: [
    ...steps,
    {
      why: 'an outcome nobody knows',
      body: { ...nowhere, outcome: 'gone' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'outcome' }] },
    },
  ],
  missTicket: steps,
  returnTicket: steps,
  cancelTicket: steps,
  parkTicket: steps,
  resumeTicket: [
    {
      why: 'a counter that is closed',
      body: { ...nowhere, counterId: '3' },
      status: 409,
      error: { kind: 'counter-closed' },
    },
    {
      why: 'no counter',
      body: nowhere,
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'counterId' }] },
    },
  ],
  transferTicket: [
    { ...unknownTicket, body: { ...nowhere, serviceCode: 'LN-02' } },
    {
      why: 'a service nobody offers',
      body: { ...nowhere, serviceCode: 'ZZ-99' },
      status: 404,
      error: { kind: 'unknown-service' },
    },
    {
      why: 'nowhere to pass on to',
      body: nowhere,
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'serviceCode' }] },
    },
    {
      why: 'two places at once',
      body: { ...nowhere, toCounterId: '2', toSender: true },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'toCounterId' }] },
    },
  ],
  correctPriority: [
    { ...unknownTicket, body: { ...nowhere, priorityClass: 'elder', why: 'evident' } },
    {
      why: 'a reason that is not on the list',
      body: { ...nowhere, priorityClass: 'elder', why: 'because' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'why' }] },
    },
  ],
} as const;
