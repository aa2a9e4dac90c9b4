import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { RequiredDocument } from '../../../../preload/contracts/hall/catalogue-values.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Bundle } from '../../catalogue/bundles.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import type { HallContext } from '../hall-context.ts';
import { countersFor, queueNow } from '../queue.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** Everything the hall says of one service, with how busy it is now. */
export function serviceGuide(
  hall: HallContext,
  { serviceCode }: Input<HallOperations, 'serviceGuide'>,
): Answer<'serviceGuide'> {
  const service = hall.catalogue.get(serviceCode);
  if (service === undefined) return err({ kind: 'unknown-service', serviceCode });
  const { guide } = service;
  const serving = countersFor(hall, service);
  return ok({
    ...guide,
    ...{ serviceCode, name: service.name, proxy: service.proxy, proxyRule: service.proxyRule },
    typicalMinutes: service.typicalMinutes,
    documents: [...guide.documents],
    formsPrinted: [...guide.formsPrinted],
    flags: [...guide.flags],
    elsewhere: [...guide.elsewhere],
    waiting: queueNow(hall).waiting.filter((ticket) => ticket.serviceCode === serviceCode).length,
    counters: [...serving.counterIds],
    openCounters: serving.open,
  });
}

/** The bundles of which this hall offers every service today. */
export function listBundles(hall: HallContext, bundles: readonly Bundle[]): Answer<'listBundles'> {
  const views = bundles.flatMap(({ id, nameZh, nameEn, services }) => {
    const offered = services.flatMap((code) => hall.catalogue.get(code) ?? []);
    if (offered.length < services.length) return [];
    return {
      ...{ bundleId: id, name: nameZh, nameEn, documents: withoutDoubles(offered) },
      services: offered.map(({ serviceCode, name }) => ({ serviceCode, name })),
    };
  });
  return ok({ bundles: views });
}

/** Papers that several services ask for are brought once; where one wants more copies, those. */
function withoutDoubles(services: readonly Service[]): RequiredDocument[] {
  const papers = new Map<string, RequiredDocument>();
  for (const paper of services.flatMap(({ guide }) => guide.documents)) {
    const known = papers.get(paper.name);
    papers.set(paper.name, known === undefined ? paper : moreOf(known, paper));
  }
  return [...papers.values()];
}

function moreOf(one: RequiredDocument, other: RequiredDocument): RequiredDocument {
  const highest = (field: 'originals' | 'copies'): Partial<RequiredDocument> => {
    const numbers = [one[field], other[field]].filter((number) => number !== undefined);
    return numbers.length === 0 ? {} : { [field]: Math.max(...numbers) };
  };
  return { ...other, ...one, ...highest('originals'), ...highest('copies') };
}
