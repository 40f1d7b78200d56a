import { create, type StoreApi, type UseBoundStore } from "zustand"
import { onLock } from "./lock.ts"

/** A store of plain data that returns to `initial` on lock. Actions are functions beside it. */
export const createStore = <State extends object>(initial: State): UseBoundStore<StoreApi<State>> => {
  const store = create<State>(() => initial)
  onLock(() => store.setState(initial, true))
  return store
}
