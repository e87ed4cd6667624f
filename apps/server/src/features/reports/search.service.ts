import { Injectable } from '@nestjs/common';
import type { SearchHit } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { SearchStore } from './search.store.js';

/** One field that finds a city, an agreement, a person or a step in whatever spelling. */
@Injectable()
export class SearchService {
  constructor(private readonly database: Database, private readonly store: SearchStore) {}

  /** Inside the viewer's scope; people only for those who may see them. */
  search(viewer: Viewer, question: string): Promise<SearchHit[]> {
    return this.database.read((tx) => this.store.search(tx, question, viewer.agreementIds, { people: viewer.permissions.has('person.read') }));
  }
}
