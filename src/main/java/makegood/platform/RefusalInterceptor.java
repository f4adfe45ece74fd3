package makegood.platform;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.delegate.JavaDelegateInvocation;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;

/**
 * The one place where a refusal of a step becomes the BPMN error of the same name. In listeners (start, complete) it
 * stays an exception, so that the start or the completion is undone, and {@link RefusalFilter} tells the person why.
 */
class RefusalInterceptor extends DefaultDelegateInterceptor {
    @Override
    public void handleInvocation(DelegateInvocation step) throws Exception {
        try {
            super.handleInvocation(step);
        } catch (Exception thrown) {
            var refusal = BusinessRefusal.in(thrown);
            if (refusal == null) {
                throw thrown;
            }
            if (step instanceof JavaDelegateInvocation) {
                throw new BpmnError(refusal.code(), refusal.getMessage(), refusal);
            }
            RefusalFilter.remember(refusal);
            throw thrown;
        }
    }
}
