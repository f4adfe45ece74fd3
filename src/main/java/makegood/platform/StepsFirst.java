package makegood.platform;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Lets {@code ${reserveRefund}} always mean the step's bean: by default a process variable of the same name hides it,
 * and whoever may write variables could break any case. Other Spring beans are out of reach of expressions.
 */
class StepsFirst extends SpringExpressionManager {
    private final ApplicationContext context;
    private final Set<String> others;

    StepsFirst(ApplicationContext context, Set<String> others) {
        super(context, Map.of());
        this.context = context;
        this.others = others;
    }

    @Override
    protected ELResolver createElResolver() {
        var all = new CompositeELResolver();
        all.add(new Steps());
        all.add(super.createElResolver());
        return all;
    }

    private boolean isStep(String bean) {
        if (!context.containsBean(bean)) {
            return false;
        }
        var type = context.getType(bean);
        return type != null
                && (others.contains(bean)
                        || JavaDelegate.class.isAssignableFrom(type)
                        || TaskListener.class.isAssignableFrom(type)
                        || ExecutionListener.class.isAssignableFrom(type));
    }

    private class Steps extends ELResolver {
        @Override
        public Object getValue(ELContext el, Object base, Object name) {
            if (base != null || !(name instanceof String bean) || !isStep(bean)) {
                return null;
            }
            el.setPropertyResolved(true);
            return context.getBean(bean);
        }

        @Override
        public Class<?> getType(ELContext el, Object base, Object name) {
            return null;
        }

        @Override
        public void setValue(ELContext el, Object base, Object name, Object value) {
            // steps are not settable
        }

        @Override
        public boolean isReadOnly(ELContext el, Object base, Object name) {
            return true;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext el, Object base) {
            return null;
        }

        @Override
        public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext el, Object base) {
            return null;
        }
    }
}
