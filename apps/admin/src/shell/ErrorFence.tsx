import { Component, type ReactNode } from 'react';
import { Failed } from '../ui/Waiting.js';

/** A screen that breaks takes only itself down. */
export class ErrorFence extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) { return { error }; }
  override render() {
    if (this.state.error === null) return this.props.children;
    return <Failed error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
