// A page that fails says so, and the rest of the console stays.
import { Component, type ReactNode } from "react";
import { asFailure } from "../aws/failure";
import { Problem } from "./load";

interface State {
  error: Error | undefined;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: asFailure(error) };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Problem error={this.state.error} retry={() => this.setState({ error: undefined })} />
    );
  }
}
